import { Lectern } from './lectern';
import { LecternPair } from './lectern-pair';
import { newDatabase } from './services/postgres';
import { newRedisUrl } from './services/redis';
import { services } from './services/addresses';
import { SharedLectern } from './shared-lectern';

/** What a Lectern stands on. Every scenario must pass on each of them. */
export interface Topology {
  name: string;
  /** A Lectern with a database and queue of its own, on services that all specs share. */
  start(env?: Record<string, string>): Promise<Lectern>;
  /** The one that other specs use as well: see {@link SharedLectern}. */
  shared(): Promise<Lectern>;
}

export const embedded: Topology = {
  name: 'SQLite and an embedded Redis',
  start: (env) => Lectern.start(env),
  shared: () => SharedLectern.of(embedded),
};

class External<L extends Lectern> implements Topology {
  /** @param launch starts what stands on these services */
  constructor(
    readonly name: string,
    private readonly launch: (env: Record<string, string>) => Promise<L>,
  ) {}

  async start(env: Record<string, string> = {}): Promise<L> {
    const { postgres, redis } = services();
    return this.launch({ DATABASE_URL: await newDatabase(postgres), REDIS_URL: await newRedisUrl(redis), ...env });
  }

  shared(): Promise<Lectern> {
    return SharedLectern.of(this);
  }
}

/** Two servers and all that they share: also for what concerns several servers alone. */
export const pair = new External('PostgreSQL, Redis and two servers behind one address', (env) =>
  LecternPair.start(env),
);

/** What every scenario must pass on. */
export const topologies: Topology[] = [
  embedded,
  new External('PostgreSQL and an external Redis', (env) => Lectern.start(env)),
];

/** For what happens in rooms: there it matters which server somebody comes to. The pair has the same services beneath. */
export const roomTopologies: Topology[] = [embedded, pair];
