import type BetterSqlite3 from 'better-sqlite3';
import { type DataSource, QueryFailedError } from 'typeorm';

type Statement = BetterSqlite3.Statement<unknown[]>;

/** Enough for every statement that is written out in our source. */
const MOST_KEPT = 200;
const kept = new WeakMap<BetterSqlite3.Database, Map<string, Statement>>();

/**
 * Runs a statement on SQLite's one connection, past TypeORM, whose own way costs more than the statement.
 * @throws QueryFailedError
 */
export function runOnSqlite(source: DataSource, sql: string, parameters: unknown[]): unknown[] {
  const { databaseConnection } = source.driver as unknown as { databaseConnection: BetterSqlite3.Database };
  try {
    const statement = prepared(databaseConnection, sql);
    const values = parameters.map(bindable);
    if (statement.reader) return statement.all(...values);
    statement.run(...values);
    return [];
  } catch (error) {
    throw new QueryFailedError(sql, parameters, error as Error);
  }
}

function prepared(database: BetterSqlite3.Database, sql: string): Statement {
  const statements = kept.get(database) ?? new Map<string, Statement>();
  kept.set(database, statements);
  let statement = statements.get(sql);
  if (!statement) {
    statement = database.prepare(sql);
    if (statements.size >= MOST_KEPT) statements.clear();
    statements.set(sql, statement);
  }
  return statement;
}

/** The driver takes no booleans. */
const bindable = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);
