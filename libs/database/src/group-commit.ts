import { DomainError } from '@lectern/kernel';
import type { DataSource, QueryRunner } from 'typeorm';
import { type Effect, type OnEffectError, runEffects } from './effects';
import { rawQuery } from './raw-query';
import type { Work } from './transaction';
import { translate } from './translate';

interface Entry {
  work: Work<unknown>;
  repeatable: boolean;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  effects: Effect[];
  outcome?: { value: unknown } | { error: unknown };
}

/** In ms: what has been done by then is committed, so that the first need not wait for all, nor anything else. */
export const TURN = 10;
const MAX_WAITING = 20_000;
/** After a refusal the next ones are likely: so many commits have savepoints all the same. */
const CAREFUL_COMMITS = 16;

/**
 * One writer on SQLite's one connection: all work that arrives in a tick runs in one transaction, and one disk sync makes
 * all of it durable. Each piece has a savepoint of its own, so that one refusal undoes nothing of the others. For a savepoint
 * SQLite copies every page that it changes, which costs as much as changing them: so when all the work may be run again, it
 * is first run without, and in the rare case that a piece of it is refused, once more with.
 */
export class GroupCommit {
  private waiting: Entry[] = [];
  private draining = false;
  private careful = 0;

  constructor(
    private readonly source: DataSource,
    private readonly onEffectError: OnEffectError,
    private readonly turn: number,
  ) {}

  /** Resolves after the commit; rejects with the work's own error, or when the commit failed. */
  run<T>(work: Work<T>, repeatable: boolean): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.waiting.length >= MAX_WAITING) {
        reject(new DomainError('DEPENDENCY_UNAVAILABLE', 'Too much waits to be saved: try again in a moment.'));
        return;
      }
      this.waiting.push({ work, repeatable, resolve: (value) => resolve(value as T), reject, effects: [] });
      if (this.draining) return;
      this.draining = true;
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    while (this.waiting.length > 0) {
      await this.commit();
      // Let sockets be read between two commits.
      await new Promise(setImmediate);
    }
    this.draining = false;
  }

  private async commit(): Promise<void> {
    const runner = this.source.createQueryRunner();
    const batch = this.waiting;
    this.waiting = [];
    try {
      // IMMEDIATE: the other process may write between our first read and our first write.
      await runner.query('BEGIN IMMEDIATE');
      if (!(await this.runPlainly(runner, batch)))
        for (const entry of this.inTime(batch)) await runInSavepoint(runner, entry);
      await runner.query('COMMIT');
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      for (const entry of batch) entry.reject(translate(error));
      return;
    }
    for (const entry of batch) this.settle(entry);
  }

  /** @returns false when the work is still to be run, as if it had not been */
  private async runPlainly(runner: QueryRunner, batch: Entry[]): Promise<boolean> {
    if (this.careful > 0) this.careful -= 1;
    else if (batch.every(({ repeatable }) => repeatable)) {
      for (const entry of this.inTime(batch)) {
        await runEntry(runner, entry);
        if (entry.outcome && 'error' in entry.outcome) return this.takeBack(runner, batch);
      }
      return true;
    }
    return false;
  }

  private async takeBack(runner: QueryRunner, batch: Entry[]): Promise<false> {
    this.careful = CAREFUL_COMMITS;
    // On a full disk SQLite has done so by itself.
    await runner.query('ROLLBACK').catch(() => undefined);
    await runner.query('BEGIN IMMEDIATE');
    for (const entry of batch) Object.assign(entry, { outcome: undefined, effects: [] });
    return false;
  }

  /** Those for which there is time; the rest goes back into the line. */
  private *inTime(batch: Entry[]): Generator<Entry> {
    const until = performance.now() + this.turn;
    for (const [index, entry] of batch.entries()) {
      if (index > 0 && performance.now() > until) {
        this.waiting = batch.splice(index).concat(this.waiting);
        return;
      }
      yield entry;
    }
  }

  private settle({ outcome, effects, resolve, reject }: Entry): void {
    if (!outcome || 'error' in outcome) return reject(translate(outcome?.error));
    runEffects(effects, this.onEffectError);
    resolve(outcome.value);
  }
}

async function runEntry({ manager }: QueryRunner, entry: Entry): Promise<void> {
  try {
    const value = await entry.work({ manager, afterCommit: (effect) => void entry.effects.push(effect) });
    entry.outcome = { value };
  } catch (error) {
    entry.outcome = { error };
  }
}

async function runInSavepoint(runner: QueryRunner, entry: Entry): Promise<void> {
  const { manager } = runner;
  await rawQuery(manager, 'SAVEPOINT work', []);
  await runEntry(runner, entry);
  const { outcome } = entry;
  if (outcome && 'error' in outcome)
    // On a full disk SQLite has rolled all of the transaction back by itself: then that is what failed.
    await rawQuery(manager, 'ROLLBACK TO work', []).catch(() => {
      throw outcome.error;
    });
  await rawQuery(manager, 'RELEASE work', []);
}
