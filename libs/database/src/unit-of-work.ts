import type { DataSource } from 'typeorm';
import { type Effect, type OnEffectError, runEffects } from './effects';
import { GroupCommit, TURN } from './group-commit';
import type { Work } from './transaction';
import { driverCode, translate } from './translate';

const ATTEMPTS = 3;
/**
 * PostgreSQL: serialization_failure, deadlock_detected; and unique_violation, when somebody else has inserted the same
 * between our look and our insert: the next run finds it.
 */
const RETRYABLE = new Set(['40001', '40P01', '23505']);

/**
 * The one way to write. `run` resolves only after the commit, so an acknowledgement sent after it is never a lie.
 * On SQLite, all that arrives in one tick shares one commit (see {@link GroupCommit}); on PostgreSQL each has its own.
 */
export class UnitOfWork {
  private readonly group?: GroupCommit;

  constructor(
    private readonly source: DataSource,
    private readonly onEffectError: OnEffectError,
    turn = TURN,
  ) {
    if (source.options.type === 'better-sqlite3') this.group = new GroupCommit(source, onEffectError, turn);
  }

  run<T>(work: Work<T>): Promise<T> {
    return this.group ? this.group.run(work, false) : this.runAlone(work);
  }

  /**
   * For what many people do at once: work that changes nothing outside the database, not even a variable, may be run once
   * more on SQLite too, and costs half when it is not refused.
   */
  runRepeatable<T>(work: Work<T>): Promise<T> {
    return this.group ? this.group.run(work, true) : this.runAlone(work);
  }

  private async runAlone<T>(work: Work<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      const effects: Effect[] = [];
      try {
        const result = await this.source.transaction((manager) =>
          work({ manager, afterCommit: (effect) => void effects.push(effect) }),
        );
        runEffects(effects, this.onEffectError);
        return result;
      } catch (error) {
        if (attempt === ATTEMPTS || !RETRYABLE.has(driverCode(error))) throw translate(error);
      }
    }
  }
}
