import { randomUUID } from 'node:crypto';
import { connectRedis } from '@lectern/queue';
import type { Redis } from 'ioredis';
import { quietLogger, temporaryRedis, until } from '../../queue/testing/redis';
import { LEASE_MS, RoomOwners } from './room-owners';

jest.setTimeout(30_000);

describe('RoomOwners', () => {
  const { logger } = quietLogger();
  const connections: Redis[] = [];
  const all: RoomOwners[] = [];
  let server: Awaited<ReturnType<typeof temporaryRedis>>;

  beforeAll(async () => {
    server = await temporaryRedis();
  });
  afterEach(() => Promise.all(all.splice(0).map((owners) => owners.close())));
  afterAll(async () => {
    await Promise.allSettled(connections.map((connection) => connection.quit()));
    await server.remove();
  });

  function join(address: string, inUse = () => true) {
    const redis = connectRedis(server.redis.socket, logger, { maxRetriesPerRequest: 1 });
    connections.push(redis);
    const lost = jest.fn();
    const owners = new RoomOwners({ redis, address, inUse, lost, logger });
    all.push(owners);
    return { owners, redis, lost };
  }

  it('gives a room to whoever asks first, and tells all others where it is', async () => {
    const [a, b] = [join('http://a'), join('http://b')];
    const room = randomUUID();
    expect(await a.owners.ownerOf(room)).toBe('http://a');
    expect(await b.owners.ownerOf(room)).toBe('http://a');
    expect(await a.owners.ownerOf(room)).toBe('http://a');
  });

  it('gives it to one of many that ask at once', async () => {
    const servers = ['http://a', 'http://b', 'http://c'].map((address) => join(address));
    const room = randomUUID();
    const answers = await Promise.all([...servers, ...servers].map(({ owners }) => owners.ownerOf(room)));
    expect(new Set(answers).size).toBe(1);
  });

  it('keeps a room longer than one lease, and lets it go when the server ends', async () => {
    const [a, b] = [join('http://a'), join('http://b')];
    const room = randomUUID();
    await a.owners.ownerOf(room);
    const began = performance.now();
    await until(() => performance.now() - began > LEASE_MS * 1.5);
    expect(await b.owners.ownerOf(room)).toBe('http://a');
    await a.owners.close();
    await until(async () => (await b.owners.ownerOf(room)) === 'http://b');
  });

  it('lets the rooms of a server that has died be taken by others', async () => {
    const [a, b] = [join('http://a'), join('http://b')];
    const room = randomUUID();
    await a.owners.ownerOf(room);
    // As dead as a process can be in this one: it renews nothing any more.
    clearInterval(a.owners['timer']);
    await until(async () => (await b.owners.ownerOf(room)) === 'http://b', LEASE_MS * 2);
  });

  it('learns that a room was taken while it could not renew', async () => {
    const a = join('http://a');
    const room = randomUUID();
    await a.owners.ownerOf(room);
    await a.redis.set(`lectern:room:${room}`, 'http://b');
    await until(() => a.lost.mock.calls.length > 0);
    expect(a.lost).toHaveBeenCalledWith(room);
    expect(await a.owners.ownerOf(room)).toBe('http://b');
  });

  it('goes on with its own rooms while Redis is away', async () => {
    const a = join('http://a');
    const room = randomUUID();
    await a.owners.ownerOf(room);
    a.redis.disconnect();
    expect(await a.owners.ownerOf(room)).toBe('http://a');
    await expect(a.owners.ownerOf(randomUUID())).rejects.toThrow();
    expect(a.lost).not.toHaveBeenCalled();
  });
});
