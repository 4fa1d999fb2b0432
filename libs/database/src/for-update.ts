import type { EntityManager, FindOneOptions } from 'typeorm';

/**
 * For `find` in a transaction that will change what it finds: nobody else changes the row until the commit. SQLite has
 * one writer at a time and needs nothing.
 */
export function forUpdate(manager: EntityManager): Pick<FindOneOptions, 'lock'> {
  return manager.dataSource.options.type === 'postgres' ? { lock: { mode: 'pessimistic_write' } } : {};
}
