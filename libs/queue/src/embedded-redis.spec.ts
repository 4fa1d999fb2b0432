import { Redis } from 'ioredis';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { quietLogger, until } from '../testing/redis';
import { EmbeddedRedis } from './embedded-redis';
import { connects, embeddedSocket } from './redis-socket';

describe('EmbeddedRedis', () => {
  let folder: string;
  const running: EmbeddedRedis[] = [];
  const clients: Redis[] = [];

  const start = async (logger = quietLogger().logger) => {
    const redis = await EmbeddedRedis.start(folder, logger);
    running.push(redis);
    return redis;
  };
  const client = () => {
    // How long a busy machine takes to start Redis again says nothing about the code: a request waits for it.
    const patient = { retryStrategy: () => 20, maxRetriesPerRequest: null };
    const redis = new Redis(embeddedSocket(folder), { ...patient, disconnectTimeout: 100 });
    redis.on('error', () => undefined);
    clients.push(redis);
    return redis;
  };
  const pidOf = async (redis: Redis) => Number(/process_id:(\d+)/.exec(await redis.info('server'))![1]);

  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'lectern-redis-'))));
  afterEach(async () => {
    for (const redis of clients.splice(0)) redis.disconnect();
    for (const redis of running.splice(0).reverse()) await redis.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('keeps what was written over an orderly end', async () => {
    const first = await start();
    await client().set('key', 'value');
    await first.close();
    expect(await connects(first.socket)).toBe(false);
    await start();
    expect(await client().get('key')).toBe('value');
  });

  it('is started again when it dies', async () => {
    const { logger, messages } = quietLogger();
    await start(logger);
    const redis = client();
    const pid = await pidOf(redis);
    process.kill(pid, 'SIGKILL');
    await until(async () => (await pidOf(redis)) !== pid);
    expect(messages).toContain('redis ended by itself; starting it again');
  });

  it('takes over the one of a killed server, replaces it when it dies, and ends it at last', async () => {
    await start();
    // The first owner is still here, but must not start it again: as if it had been killed.
    Object.assign(running[0]!, { closing: true, child: undefined });
    const orphan = await pidOf(client());
    const { logger, messages } = quietLogger();
    const second = await start(logger);
    expect(await pidOf(client())).toBe(orphan);
    expect(messages).toEqual(['redis still runs from a server that was killed; taking it over']);

    process.kill(orphan, 'SIGKILL');
    const redis = client();
    await until(async () => (await pidOf(redis)) !== orphan);
    await second.close();
    expect(await connects(second.socket)).toBe(false);
  });

  it('ends one that it took over', async () => {
    await start();
    Object.assign(running[0]!, { closing: true, child: undefined });
    const second = await start();
    await second.close();
    expect(await connects(second.socket)).toBe(false);
  });

  it('finds a shorter place for its socket when the folder is deep', () => {
    const deep = `/${'x'.repeat(120)}`;
    expect(embeddedSocket(deep)).toMatch(/\/lectern-redis-[\da-f]{16}\.sock$/);
    expect(embeddedSocket(deep)).toBe(embeddedSocket(deep));
    expect(embeddedSocket('/data/redis')).toBe('/data/redis/redis.sock');
  });
});
