import type { Logger } from '@lectern/observability';
import { Redis, type RedisOptions } from 'ioredis';

/** A unix socket's path, or a redis:// address. */
export type RedisAddress = string;

/**
 * A connection that keeps trying for ever, and whose commands wait meanwhile.
 * @param forQueue BullMQ's workers block on commands: they want no retry limit.
 */
export function connectRedis(address: RedisAddress, logger: Logger, options: RedisOptions = {}): Redis {
  const redis = new Redis(address, {
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(2_000, 50 * 2 ** Math.min(attempt, 6)),
    ...options,
  });
  let reported = false;
  redis.on('error', (error: Error) => {
    if (!reported) logger.warn({ err: error }, 'redis does not answer; trying again');
    reported = true;
  });
  redis.on('ready', () => (reported = false));
  return redis;
}
