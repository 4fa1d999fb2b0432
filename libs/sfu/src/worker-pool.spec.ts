import { once } from 'node:events';
import { createServer } from 'node:net';
import { join, speak } from '../testing/people';
import { MemoryLogger, startPool } from '../testing/pool';
import { opusParameters } from '../testing/senders';
import { waitFor } from '../testing/wait-for';
import { endWebRtc } from '../testing/webrtc-client';
import type { WorkerPool } from '.';

const send = {
  kind: 'audio',
  source: 'microphone',
  rtpParameters: opusParameters(7_001),
  paused: false,
} as const;

describe('WorkerPool', () => {
  const pools: WorkerPool[] = [];
  const open = async (options?: Parameters<typeof startPool>[0]) => {
    const pool = await startPool(options);
    pools.push(pool);
    return pool;
  };

  afterEach(async () => {
    await Promise.all(pools.splice(0).map((pool) => pool.shutdown()));
  });
  afterAll(() => endWebRtc());

  it('spreads rooms over its workers, by load and then by rooms', async () => {
    const pool = await open({ workers: 2 });
    const rooms = await Promise.all([pool.createRoom(), pool.createRoom()]);
    expect(pool.stats().map((stats) => stats.rooms)).toEqual([1, 1]);
    const peer = join(rooms[0]);
    const { id: transportId } = await peer.createTransport('send');
    await peer.produce({ ...send, transportId });
    const busy = pool.stats().findIndex((stats) => stats.producers === 1);
    await pool.createRoom();
    await pool.createRoom();
    expect(pool.stats()[1 - busy]).toMatchObject({ rooms: 3, producers: 0 });
  });

  it('refuses a port that is taken, and says which', async () => {
    const portMin = 21_720;
    const server = createServer().listen(portMin, '127.0.0.1');
    await once(server, 'listening');
    await expect(open({ listen: { ip: '127.0.0.1', portMin } })).rejects.toMatchObject({
      code: 'MEDIA_UNAVAILABLE',
      message: expect.stringContaining(`Port ${portMin} on 127.0.0.1 cannot be used`) as string,
    });
    server.close();
  });

  it.each([32_768, 32_767, -1])('refuses ports that clients may hold: two workers from %i', async (portMin) => {
    const listen = { ip: '127.0.0.1', portMin };
    await expect(open({ workers: 2, listen })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('refuses a worker binary that does not run', async () => {
    await expect(open({ workerBin: '/nowhere/worker' })).rejects.toMatchObject({ code: 'MEDIA_UNAVAILABLE' });
  });

  it('leaves signals to its owner', async () => {
    const before = process.listenerCount('SIGTERM');
    await open();
    expect(process.listenerCount('SIGTERM')).toBe(before);
  });

  it('measures its workers', async () => {
    const pool = await open();
    const [usage] = await pool.usage();
    expect(usage!.maxRssBytes).toBeGreaterThan(1_000_000);
  });

  it('opens nothing once closed, and closes twice', async () => {
    const pool = await open();
    const { pid } = pool.stats()[0]!;
    const closed = jest.fn();
    const room = await pool.createRoom();
    pool.on('closed', closed);
    await Promise.all([pool.shutdown(), pool.shutdown()]);
    expect(closed).toHaveBeenCalledTimes(1);
    expect(room.closed).toBe(true);
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    await expect(pool.createRoom()).rejects.toMatchObject({ code: 'MEDIA_UNAVAILABLE' });
  });

  describe('when a worker is killed', () => {
    const strays: unknown[] = [];
    const stray = (reason: unknown) => strays.push(reason);
    beforeAll(() => process.on('unhandledRejection', stray));
    afterAll(() => process.off('unhandledRejection', stray));

    it('loses its own peers alone, and takes the next on the same port', async () => {
      const pool = await open({ workers: 2, listen: { ip: '127.0.0.1', portMin: 21_730 } });
      const [room, other] = [await pool.createRoom(), await pool.createRoom()];
      const [peer, bystander] = [join(room), join(other)];
      const told: string[] = [];
      peer.on('lost', () => told.push('lost')).on('closed', () => told.push('closed'));
      room.on('producer-closed', () => told.push('producer-closed')).on('closed', () => told.push('room closed'));
      bystander.on('lost', () => told.push('the wrong one'));
      const { client } = await speak(peer, 'microphone', opusParameters(7_101));
      const third = await speak(bystander, 'microphone', opusParameters(7_103));
      const { index, pid } = peer.site!.host;

      process.kill(pid, 'SIGKILL');
      await waitFor('the loss', () => told.includes('producer-closed'));
      await waitFor('a replacement', () => pool.stats().some((stats) => stats.index === index), 3_000);

      expect(told).toEqual(['lost', 'closed', 'producer-closed']);
      expect([room.peerCount, room.producers]).toEqual([0, []]);
      const again = join(room);
      const next = await speak(again, 'microphone', opusParameters(7_102));
      expect(again.site!.host).toMatchObject({ index });
      expect(room.producers).toMatchObject([{ producerId: next.producerId }]);
      expect(third.client.connected).toBe(true);
      expect(strays).toEqual([]);
      for (const one of [client, third.client, next.client]) one.close();
    }, 15_000);

    it('answers what was under way, and waits with new rooms for the replacement of the only worker', async () => {
      const pool = await open();
      const room = await pool.createRoom();
      const peer = join(room);
      const { id: transportId } = await peer.createTransport('send');
      process.kill(pool.stats()[0]!.pid, 'SIGSTOP');
      const calls = [
        peer.createTransport('send'),
        peer.produce({ ...send, transportId }),
        peer.restartIce({ transportId }),
        pool.createRoom(),
      ];
      const answers = Promise.allSettled(calls);
      process.kill(pool.stats()[0]!.pid, 'SIGKILL');
      for (const answer of await answers) {
        expect(answer).toMatchObject({ status: 'rejected', reason: { code: 'MEDIA_UNAVAILABLE' } });
      }
      const next = await pool.createRoom();
      expect(next.closed).toBe(false);
      await expect(peer.createTransport('send')).rejects.toMatchObject({ code: 'MEDIA_UNAVAILABLE' });
      expect(room.closed).toBe(false);
      await join(room).createTransport('send');
      expect(strays).toEqual([]);
    }, 15_000);

    it('keeps trying while its port is taken', async () => {
      const logger = new MemoryLogger();
      const pool = await open({ logger, listen: { ip: '127.0.0.1', portMin: 21_740 } });
      const squatter = createServer();
      pool.once('worker-died', () => squatter.listen(21_740, '127.0.0.1'));
      process.kill(pool.stats()[0]!.pid, 'SIGKILL');
      await waitFor('a failed start', () => logger.lines.some(({ message }) => message.includes('trying again')));
      expect(pool.ready).toBe(false);
      squatter.close();
      await waitFor('a start', () => pool.ready);
    }, 15_000);
  });
});
