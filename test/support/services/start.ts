import { Postgres } from './postgres';
import { ExternalRedis } from './redis';
import { roomTopologies, topologies } from '../topology';
import { running } from './running';
import { SharedLecterns } from './shared-lecterns';

/**
 * A PostgreSQL and a Redis for all specs of a run: a database in each costs next to nothing, a cluster seconds. And
 * Lecterns on them for the specs that can share one.
 */
export default async function start(): Promise<void> {
  const postgres = await Postgres.start();
  running.push(postgres);
  const redis = await ExternalRedis.start();
  running.push(redis);
  // The processes of the run inherit them.
  process.env.TEST_POSTGRES = postgres.url;
  process.env.TEST_REDIS = redis.url;
  const lecterns = await SharedLecterns.open(() => [...topologies, ...roomTopologies]);
  running.unshift(lecterns);
  process.env.TEST_LECTERNS = lecterns.url;
}
