import { DomainError } from '@lectern/kernel';
import type { DataSource, QueryRunner } from 'typeorm';
import { type Effect, type OnEffectError, runEffects } from './effects';
import { rawQuery } from './raw-query';
import type { Work } from './transaction';
import { translate } from './translate';

interface Entry {
  work: Work<unknown>;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
  effects: Effect[];
  outcome?: { value: unknown } | { error: unknown };
}

/** In ms: what has been done by then is committed, so that the first need not wait for all, nor anything else. */
export const TURN = 10;
const MAX_WAITING = 20_000;

/**
 * One writer on SQLite's one connection: all work that arrives in a tick runs in one transaction, each piece in a
 * savepoint of its own so that one refusal undoes nothing of the others, and one disk sync makes all of it durable.
 */
export class GroupCommit {
  private waiting: Entry[] = [];
  private draining = false;

  constructor(
    private readonly source: DataSource,
    private readonly onEffectError: OnEffectError,
    private readonly turn: number,
  ) {}

  /** Resolves after the commit; rejects with the work's own error, or when the commit failed. */
  run<T>(work: Work<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      if (this.waiting.length >= MAX_WAITING) {
        reject(new DomainError('DEPENDENCY_UNAVAILABLE', 'Too much waits to be saved: try again in a moment.'));
        return;
      }
      this.waiting.push({ work, resolve: (value) => resolve(value as T), reject, effects: [] });
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
      const until = performance.now() + this.turn;
      for (const [index, entry] of batch.entries()) {
        if (index > 0 && performance.now() > until) this.waiting = batch.splice(index).concat(this.waiting);
        else await runInSavepoint(runner, entry);
      }
      await runner.query('COMMIT');
    } catch (error) {
      await runner.query('ROLLBACK').catch(() => undefined);
      for (const entry of batch) entry.reject(translate(error));
      return;
    }
    for (const entry of batch) this.settle(entry);
  }

  private settle({ outcome, effects, resolve, reject }: Entry): void {
    if (!outcome || 'error' in outcome) return reject(translate(outcome?.error));
    runEffects(effects, this.onEffectError);
    resolve(outcome.value);
  }
}

async function runInSavepoint(runner: QueryRunner, entry: Entry): Promise<void> {
  const { manager } = runner;
  await rawQuery(manager, 'SAVEPOINT work', []);
  try {
    const value = await entry.work({ manager, afterCommit: (effect) => void entry.effects.push(effect) });
    entry.outcome = { value };
  } catch (error) {
    entry.outcome = { error };
    // On a full disk SQLite has rolled all of the transaction back by itself: then that is what failed.
    await rawQuery(manager, 'ROLLBACK TO work', []).catch(() => {
      throw error;
    });
  }
  await rawQuery(manager, 'RELEASE work', []);
}
