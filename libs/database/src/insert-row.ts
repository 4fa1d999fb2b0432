import type { EntityManager, EntityMetadata } from 'typeorm';
import { rawQuery } from './raw-query';

const statements = new WeakMap<EntityMetadata, string>();

/**
 * Inserts one row, all of whose columns are given, by a statement that is written once for each table: TypeORM's own
 * `insert` builds it anew each time, which takes several times as long as SQLite's work.
 */
export async function insertRow<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  row: Row,
): Promise<void> {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  let sql = statements.get(metadata);
  if (!sql) statements.set(metadata, (sql = statementOf(metadata)));
  const values = metadata.columns.map(
    (column) => driver.preparePersistentValue(column.getEntityValue(row) ?? null, column) as unknown,
  );
  await rawQuery(manager, sql, values);
}

function statementOf({ tableName, columns }: EntityMetadata): string {
  const names = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  return `INSERT INTO "${tableName}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`;
}
