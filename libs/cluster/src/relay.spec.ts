import type { Server } from 'socket.io';
import { connectRedis } from '@lectern/queue';
import { Broadcaster } from '@lectern/realtime';
import type { Redis } from 'ioredis';
import { quietLogger, temporaryRedis, until } from '../../queue/testing/redis';
import { Relay } from './relay';
import { UsedOnceAnywhere } from './used-once-anywhere';

describe('between servers', () => {
  const { logger } = quietLogger();
  const connections: Redis[] = [];
  let redis: Awaited<ReturnType<typeof temporaryRedis>>;

  beforeAll(async () => {
    redis = await temporaryRedis();
  });
  afterAll(async () => {
    await Promise.allSettled(connections.map((connection) => connection.quit()));
    await redis.remove();
  });

  function open(db = 0): Redis {
    const connection = connectRedis(redis.redis.socket, logger, { maxRetriesPerRequest: 1, db });
    connections.push(connection);
    return connection;
  }

  /** A server in which these groups have people. */
  const join = (address: string, ...groups: string[]) => joinOn(0, address, ...groups);

  async function joinOn(db: number, address: string, ...groups: string[]) {
    const told: unknown[][] = [];
    const broadcaster = new Broadcaster();
    const to = (room: string) => ({
      except: () => ({ emit: (...fact: unknown[]) => void (groups.includes(room) && told.push([room, ...fact])) }),
    });
    const within = (room: string) => ({ disconnectSockets: () => void (groups.includes(room) && told.push([room])) });
    const adapter = { rooms: new Map(groups.map((group) => [group, new Set()])) };
    broadcaster.attach({ to, in: within, sockets: { adapter } } as unknown as Server);
    await Relay.open(address, broadcaster, { publisher: open(db), subscriber: open(db) }, logger);
    return { broadcaster, told };
  }

  it('a fact reaches the people of a group wherever they are, once', async () => {
    const [a, b] = [await join('http://a', 'webinar:1'), await join('http://b', 'webinar:2')];
    a.broadcaster.to('webinar:1', 'media:reset', {});
    a.broadcaster.to('webinar:2', 'media:reset', {});
    a.broadcaster.disconnect('webinar:2');
    await until(() => b.told.length === 2);
    expect(a.told).toEqual([['webinar:1', 'media:reset', {}]]);
    expect(b.told).toEqual([['webinar:2', 'media:reset', {}], ['webinar:2']]);
  });

  it('another installation, in another database of the same Redis, hears nothing', async () => {
    const [one, other, neighbour] = [
      await joinOn(1, 'http://a', 'webinar:9'),
      await joinOn(2, 'http://b', 'webinar:1'),
      await joinOn(2, 'http://c', 'webinar:2'),
    ];
    one.broadcaster.to('webinar:1', 'media:reset', {});
    // What was published before has been delivered before.
    neighbour.broadcaster.disconnect('webinar:1');
    await until(() => other.told.length > 0);
    expect(other.told).toEqual([['webinar:1']]);
  });

  it('what was used on one server is used on all; without Redis each remembers for itself', async () => {
    const connection = open();
    const [a, b] = [new UsedOnceAnywhere(connection, logger), new UsedOnceAnywhere(open(), logger)];
    const until = Date.now() + 60_000;
    expect([await a.use('t', until), await b.use('t', until), await a.use('t', until)]).toEqual([true, false, false]);
    connection.disconnect();
    expect([await a.use('u', until), await a.use('u', until)]).toEqual([true, false]);
  });
});
