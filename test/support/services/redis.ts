import { Redis } from 'ioredis';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, Daemon } from '../daemon';
import { freePort } from '../until';

/** Each is one installation's. */
const DATABASES = 1_000;

/** A Redis on a TCP port of the loopback. */
export class ExternalRedis {
  private constructor(
    private readonly daemon: Daemon,
    private readonly folder: string,
    readonly url: string,
  ) {}

  static async start(): Promise<ExternalRedis> {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-redis-'));
    const port = await freePort();
    const settings = { bind: '127.0.0.1', port, dir: folder, save: '', databases: DATABASES };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    const daemon = await Daemon.start('redis-server', args, () => answers(port));
    return new ExternalRedis(daemon, folder, `redis://127.0.0.1:${port}`);
  }

  async close(): Promise<void> {
    await this.daemon.end();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** @returns the address of a numbered database of this Redis that nobody else has; the first one counts them */
export async function newRedisUrl(url: string): Promise<string> {
  const redis = new Redis(url);
  const number = await redis.incr('databases');
  redis.disconnect();
  if (number >= DATABASES) throw new Error('This Redis has no database left.');
  return `${url}/${number}`;
}
