import type { EntityManager } from 'typeorm';
import { runOnSqlite } from './sqlite-statements';

/**
 * Runs a statement that the query builder cannot say, or for which building it would cost too much. Parameters are `?`
 * on both databases.
 * @returns the rows, also those of `RETURNING`
 */
export async function rawQuery<Row>(manager: EntityManager, sql: string, parameters: unknown[]): Promise<Row[]> {
  const source = manager.dataSource;
  if (source.options.type !== 'postgres') return runOnSqlite(source, sql, parameters) as Row[];
  let position = 0;
  const statement = sql.replaceAll('?', () => `$${++position}`);
  const result: unknown = await manager.query(statement, parameters);
  // For INSERT, UPDATE and DELETE, PostgreSQL's driver answers [rows, count].
  if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0])) return result[0] as Row[];
  return Array.isArray(result) ? (result as Row[]) : [];
}
