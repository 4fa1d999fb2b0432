import type { EntityManager } from 'typeorm';
import type { Effect } from './effects';

/** What a write runs in. Only `insert`, `update`, `delete` and queries: `save` would open a transaction of its own. */
export interface Transaction {
  /** Reads inside the work go through it too: on PostgreSQL any other manager is another connection. */
  manager: EntityManager;
  /** Runs once the commit is on disk: broadcasts and queue jobs belong here. */
  afterCommit(effect: Effect): void;
}

/** It may run more than once: what it does outside the database belongs into `afterCommit`. */
export type Work<T> = (tx: Transaction) => Promise<T>;
