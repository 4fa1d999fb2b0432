import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answers, Daemon } from './daemon';
import { freePort, Lectern } from './lectern';
import { LecternPair } from './lectern-pair';
import { Postgres } from './postgres';

/** What a Lectern stands on. Every scenario must pass on each of them. */
export interface Topology {
  name: string;
  /** A Lectern with a database and queue of its own; the services beneath are started with the first one. */
  start(env?: Record<string, string>): Promise<Lectern>;
  /** Ends the services, for `afterAll`. */
  close(): Promise<void>;
}

const embedded: Topology = {
  name: 'SQLite and an embedded Redis',
  start: (env) => Lectern.start(env),
  close: () => Promise.resolve(),
};

class External<L extends Lectern> implements Topology {
  private services?: Promise<{ postgres: Postgres; redis: ExternalRedis }>;

  /** @param launch starts what stands on these services */
  constructor(
    readonly name: string,
    private readonly launch: (env: Record<string, string>) => Promise<L>,
  ) {}

  async start(env: Record<string, string> = {}): Promise<L> {
    this.services ??= open();
    const { postgres, redis } = await this.services;
    return this.launch({ DATABASE_URL: await postgres.createDatabase(), REDIS_URL: redis.newUrl(), ...env });
  }

  async close(): Promise<void> {
    const services = await this.services?.catch(() => undefined);
    this.services = undefined;
    await services?.postgres.close();
    await services?.redis.close();
  }
}

async function open(): Promise<{ postgres: Postgres; redis: ExternalRedis }> {
  const postgres = await Postgres.start();
  try {
    return { postgres, redis: await ExternalRedis.start() };
  } catch (error) {
    await postgres.close();
    throw error;
  }
}

/** A Redis on a TCP port of the loopback. */
export class ExternalRedis {
  private databases = 0;

  private constructor(
    private readonly daemon: Daemon,
    private readonly folder: string,
    private readonly port: number,
  ) {}

  static async start(): Promise<ExternalRedis> {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-redis-'));
    const port = await freePort();
    const args = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', ''];
    return new ExternalRedis(await Daemon.start('redis-server', args, () => answers(port)), folder, port);
  }

  /** Redis has 16 numbered databases: each is one installation's. */
  newUrl(): string {
    return `redis://127.0.0.1:${this.port}/${this.databases++}`;
  }

  async close(): Promise<void> {
    await this.daemon.end();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** For what concerns several servers alone. */
export const pair = new External('PostgreSQL, Redis and two servers behind one address', (env) =>
  LecternPair.start(env),
);

/** What every scenario must pass on. */
export const topologies: Topology[] = [
  embedded,
  new External('PostgreSQL and an external Redis', (env) => Lectern.start(env)),
];

/** For what happens in rooms: there it matters which server somebody comes to. */
export const roomTopologies: Topology[] = [...topologies, pair];
