import type { Config } from '@lectern/config';
import { StartupError } from '@lectern/config';
import type BetterSqlite3 from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type EntitySchema } from 'typeorm';
import { migrations } from './migrations';

export type EntityClass = (new () => object) | EntitySchema;

/**
 * Opens the database and brings its schema up to date.
 * @throws StartupError when it cannot be reached or migrated.
 */
export async function openDatabase(config: Config['database'], entities: EntityClass[]): Promise<DataSource> {
  let source: DataSource | undefined;
  try {
    source = new DataSource(options(config, entities));
    await source.initialize();
    await migrate(source);
    return source;
  } catch (error) {
    if (source?.isInitialized) await source.destroy();
    const remedy = config.kind === 'sqlite' ? 'make it readable and writable' : 'start it, or correct DATABASE_URL';
    throw new StartupError(`The database ${nameOf(config)} cannot be used (${reasonOf(error)}): ${remedy}.`);
  }
}

/** Without user name and password: the sentence may be logged. */
function nameOf(config: Config['database']): string {
  if (config.kind === 'sqlite') return config.file;
  if (!URL.canParse(config.url)) return 'of DATABASE_URL';
  const { host, pathname } = new URL(config.url);
  return `${host}${pathname}`;
}

// A name with several addresses fails with one error for each, and no words of its own.
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join(', ');
  return error instanceof Error ? error.message : String(error);
}

function options(config: Config['database'], entities: EntityClass[]): DataSourceOptions {
  const common = {
    entities,
    migrations,
    migrationsTransactionMode: 'all' as const,
    synchronize: false,
    // A condition with `undefined` in it would otherwise match every row.
    invalidWhereValuesBehavior: { null: 'throw' as const, undefined: 'throw' as const },
  };
  if (config.kind === 'postgres')
    return { ...common, type: 'postgres', url: config.url, extra: { max: 20, connectionTimeoutMillis: 5_000 } };
  return { ...common, type: 'better-sqlite3', database: config.file, timeout: 5_000, prepareDatabase };
}

// FULL: in WAL mode the driver's NORMAL may lose acknowledged commits when the power fails.
function prepareDatabase(database: BetterSqlite3.Database): void {
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  // A page that many commits change is copied into the database once, not every 1,000 pages (4 MB) of log.
  database.pragma('wal_autocheckpoint = 4000');
  database.pragma('foreign_keys = ON');
  database.pragma('cache_size = -32000');
}

// Server and worker start together: one migrates, the other waits.
async function migrate(source: DataSource): Promise<void> {
  if (source.options.type !== 'postgres') return void (await withRetry(() => source.runMigrations()));
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock(736577)');
    await source.runMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock(736577)');
    await runner.release();
  }
}

async function withRetry(run: () => Promise<unknown>, attempts = 5): Promise<unknown> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await run();
    } catch (error) {
      if (attempt === attempts || !/locked|busy|already exists/i.test((error as Error).message)) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200 * attempt));
    }
  }
}
