import type { EntityManager, EntityMetadata } from 'typeorm';
import { rawQuery } from './raw-query';

const heads = new WeakMap<EntityMetadata, string>();

/**
 * The row that these columns name, or null, by a statement that is written once: for what is looked up at every
 * request. All values must be given; TypeORM's `findOneBy` is for everything else.
 */
export async function selectRow<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  key: Partial<Row> & Record<string, unknown>,
): Promise<Row | null> {
  const metadata = manager.dataSource.getMetadata(entity);
  const where = Object.keys(key).map((name) => `${columnOf(metadata, name)} = ?`);
  const [row] = await selectRows(manager, entity, `WHERE ${where.join(' AND ')}`, Object.values(key));
  return row ?? null;
}

/**
 * Rows of one table by what stands after its name (`WHERE … ORDER BY … LIMIT …`, parameters as `?`, names as in the
 * database): for lists that are read at every entrance. TypeORM's query builder is for everything else.
 */
export async function selectRows<Row extends object>(
  manager: EntityManager,
  entity: new () => Row,
  tail: string,
  parameters: unknown[],
): Promise<Row[]> {
  const { driver } = manager.dataSource;
  const metadata = manager.dataSource.getMetadata(entity);
  const found = await rawQuery<Record<string, unknown>>(manager, `${headOf(metadata)} ${tail}`, parameters);
  return found.map((values) => {
    const row = new entity();
    for (const column of metadata.columns)
      column.setEntityValue(row, driver.prepareHydratedValue(values[column.databaseName], column) as unknown);
    return row;
  });
}

function headOf(metadata: EntityMetadata): string {
  const { tableName, columns } = metadata;
  const known = heads.get(metadata);
  if (known) return known;
  const head = `SELECT ${columns.map(({ databaseName }) => `"${databaseName}"`).join(', ')} FROM "${tableName}"`;
  heads.set(metadata, head);
  return head;
}

function columnOf({ tableName, columns }: EntityMetadata, name: string): string {
  const column = columns.find(({ propertyName }) => propertyName === name);
  if (!column) throw new Error(`${tableName} has no ${name}.`);
  return `"${column.databaseName}"`;
}
