import type { Config } from '@lectern/config';
import { type EntityClass, openDatabase, UnitOfWork } from '@lectern/database';
import { createLogger, Health, type Logger, Metrics } from '@lectern/observability';
import { connectRedis, embeddedSocket, JobQueue } from '@lectern/queue';
import { DiskStorage, type Storage } from '@lectern/storage';
import type { Redis } from 'ioredis';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';

/** What every process of an installation opens before its application. */
export interface Core {
  config: Config;
  logger: Logger;
  metrics: Metrics;
  health: Health;
  database: DataSource;
  unitOfWork: UnitOfWork;
  redis: Redis;
  queue: JobQueue;
  storage: Storage;
}

export interface CoreOptions {
  /** Of the process, for logs. */
  name: string;
  config: Config;
  entities: EntityClass[];
}

/**
 * Opens database, Redis and storage. The embedded Redis must run already.
 * @throws StartupError
 */
export async function openCore({ name, config, entities }: CoreOptions): Promise<Core> {
  const logger = createLogger(name, config.logLevel);
  const database = await openDatabase(config.database, entities);
  const redis = connectRedis(redisAddress(config), logger);
  const health = new Health();
  health.register('database', async () => void (await database.query('SELECT 1')));
  health.register('redis', async () => void (await redis.ping()));
  return {
    config,
    logger,
    metrics: new Metrics(),
    health,
    database,
    unitOfWork: new UnitOfWork(database, (error) =>
      logger.error({ err: error, where: 'after a commit' }, 'unexpected error'),
    ),
    redis,
    queue: new JobQueue(redis),
    storage: new DiskStorage(join(config.data, 'files')),
  };
}

export function redisAddress({ redis }: Config): string {
  return redis.kind === 'url' ? redis.url : embeddedSocket(redis.folder);
}

/** Closes what `openCore` opened, in the opposite order. */
export async function closeCore({ queue, redis, database }: Core): Promise<void> {
  await queue.close().catch(() => undefined);
  redis.disconnect();
  await database.destroy();
}
