import type { EntityManager, EntityMetadata } from 'typeorm';
import { rawQuery } from './raw-query';

const statements = new WeakMap<EntityMetadata, Map<string, string>>();

/**
 * The row that these columns name, or null, by a statement that is written once: for what is looked up at every
 * request. All values must be given; TypeORM's `findOneBy` is for everything else.
 */
export async function selectRow<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  key: Partial<Row> & Record<string, unknown>,
): Promise<Row | null> {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  const sql = statementFor(metadata, Object.keys(key));
  const [found] = await rawQuery<Record<string, unknown>>(manager, sql, Object.values(key));
  if (!found) return null;
  const row = new entity();
  for (const column of metadata.columns)
    column.setEntityValue(row, driver.prepareHydratedValue(found[column.databaseName], column) as unknown);
  return row;
}

function statementFor(metadata: EntityMetadata, names: string[]): string {
  const known = statements.get(metadata) ?? new Map<string, string>();
  statements.set(metadata, known);
  const id = names.join();
  const sql = known.get(id) ?? statementOf(metadata, names);
  known.set(id, sql);
  return sql;
}

function statementOf({ tableName, columns }: EntityMetadata, names: string[]): string {
  const columnOf = (name: string) => {
    const column = columns.find(({ propertyName }) => propertyName === name);
    if (!column) throw new Error(`${tableName} has no ${name}.`);
    return `"${column.databaseName}"`;
  };
  const all = columns.map(({ databaseName }) => `"${databaseName}"`).join(', ');
  return `SELECT ${all} FROM "${tableName}" WHERE ${names.map((name) => `${columnOf(name)} = ?`).join(' AND ')}`;
}
