import { join, listen, speak } from '../testing/people';
import { startPool } from '../testing/pool';
import { isVp8Key } from '../testing/rtp-packets';
import { opusParameters, sendOpus, sendVp8, vp8Parameters } from '../testing/senders';
import { waitFor } from '../testing/wait-for';
import { endWebRtc } from '../testing/webrtc-client';
import type { Peer, Room, WorkerPool } from '.';
import { FULL_WORKER } from './placement.policy';

jest.setTimeout(20_000);

describe('a room over several media workers', () => {
  const endings: (() => void)[] = [];
  const strays: unknown[] = [];
  const stray = (reason: unknown) => strays.push(reason);
  let pool: WorkerPool;
  let room: Room;
  let ssrc = 20_000;

  beforeAll(() => process.on('unhandledRejection', stray));
  beforeEach(async () => {
    pool = await startPool({ workers: 2 });
    room = await pool.createRoom();
  });
  afterEach(async () => {
    for (const end of endings.splice(0)) end();
    await pool.shutdown();
    expect(strays).toEqual([]);
  });
  afterAll(() => {
    process.off('unhandledRejection', stray);
    endWebRtc();
  });

  /** As if other rooms had taken all there is: whoever joins from now on goes to the other worker. */
  const fill = ({ site }: Peer) => (site!.host.promised += FULL_WORKER);
  const empty = ({ site }: Peer) => (site!.host.promised -= FULL_WORKER);

  async function microphone(peer = join(room)) {
    const own = ssrc++;
    const { client, producerId } = await speak(peer, 'microphone', opusParameters(own));
    const stop = sendOpus((packet) => client.send(packet), own);
    endings.push(stop, () => client.close());
    return { peer, producerId, stop };
  }

  async function camera(peer = join(room)) {
    const ssrcs = [ssrc++, ssrc++, ssrc++];
    const { client, producerId } = await speak(peer, 'camera', vp8Parameters(...ssrcs));
    endings.push(
      sendVp8((packet) => client.send(packet), ssrcs),
      () => client.close(),
    );
    return { peer, producerId };
  }

  async function viewer(producerId: string, peer = join(room)) {
    const receiving = await listen(room, peer, producerId);
    endings.push(() => receiving.client.close());
    await peer.resumeConsumer(receiving.consumer);
    return { peer, ...receiving };
  }

  const packetsOf = ({ client, consumer }: Awaited<ReturnType<typeof viewer>>) =>
    client.packets.filter((packet) => packet.ssrc === consumer.rtpParameters.encodings![0]!.ssrc);
  const statsOf = ({ site }: Peer) => pool.stats().find(({ pid }) => pid === site!.host.pid)!;

  it('stays in one while that has room, and then carries sound to the other, also muted and unmuted', async () => {
    const sender = await microphone();
    const near = await viewer(sender.producerId);
    expect(near.peer.site).toBe(sender.peer.site);
    fill(sender.peer);
    const far = await viewer(sender.producerId);
    expect(far.peer.site).not.toBe(sender.peer.site);
    expect(far.consumer.producerId).toBe(sender.producerId);
    await waitFor('sound', () => packetsOf(far).length > 10);

    await sender.peer.pauseProducer(sender);
    const late = await listen(room, join(room), sender.producerId);
    endings.push(() => late.client.close());
    expect(late.consumer.producerPaused).toBe(true);
    await sender.peer.resumeProducer(sender);
    const count = packetsOf(far).length;
    await waitFor('sound again', () => packetsOf(far).length > count + 10);
    expect(statsOf(far.peer)).toMatchObject({ producers: 1, consumers: 2 });
  });

  it('carries every simulcast layer, so that each viewer has its own', async () => {
    const sender = await camera();
    fill(sender.peer);
    const far = await viewer(sender.producerId);
    const first = await waitFor('pictures', () => packetsOf(far)[0]);
    expect(isVp8Key(first.payload)).toBe(true);
    const consumer = far.peer['parts'].consumers['entries'].get(far.consumer.consumerId)!;
    for (const spatialLayer of [0, 2, 1]) {
      await far.peer.setConsumerLayers({ ...far.consumer, spatialLayer });
      await waitFor(`layer ${spatialLayer}`, () => consumer.currentLayers?.spatialLayer === spatialLayer);
      const count = packetsOf(far).length;
      await waitFor('more pictures', () => packetsOf(far).length > count + 3);
    }
  });

  it('takes a copy back with its last receiver, and makes it again', async () => {
    const sender = await microphone();
    fill(sender.peer);
    const [first, second] = [await viewer(sender.producerId), await viewer(sender.producerId)];
    first.peer.closeConsumer(first.consumer);
    expect(statsOf(first.peer)).toMatchObject({ producers: 1, consumers: 1 });
    second.peer.close();
    await waitFor('no copy', () => statsOf(first.peer).producers === 0 && statsOf(sender.peer).consumers === 0);
    const again = await viewer(sender.producerId, first.peer);
    await waitFor('sound', () => packetsOf(again).length > 5);
  });

  it('ends a track everywhere when its sender ends it', async () => {
    const sender = await microphone();
    fill(sender.peer);
    const far = await viewer(sender.producerId);
    const ended = jest.fn();
    far.peer.on('consumer-closed', ended);
    sender.peer.closeProducer(sender);
    await waitFor('the end', () => ended.mock.calls.length > 0);
    expect(statsOf(far.peer)).toMatchObject({ producers: 0, consumers: 0 });
    await expect(far.peer.consume({ ...far, producerId: sender.producerId })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('hears who speaks, wherever they sit', async () => {
    const first = await microphone();
    await waitFor('the first', () => room.speaker === first.peer.peerId);
    fill(first.peer);
    const second = await microphone();
    expect(second.peer.site).not.toBe(first.peer.site);
    first.stop();
    await waitFor('the second', () => room.speaker === second.peer.peerId, 10_000);
    await second.peer.pauseProducer(second);
    expect(room.speaker).toBeNull();
  });

  it('loses with the worker of viewers nobody but them, and has them back', async () => {
    const sender = await microphone();
    fill(sender.peer);
    const far = await viewer(sender.producerId);
    const told: string[] = [];
    far.peer.on('lost', () => told.push('the viewer'));
    sender.peer.on('lost', () => told.push('the sender'));
    room.on('producer-closed', () => told.push('a track'));
    process.kill(far.peer.site!.host.pid, 'SIGKILL');
    await waitFor('the loss', () => told.length > 0);
    const again = await viewer(sender.producerId);
    await waitFor('sound', () => packetsOf(again).length > 5);
    expect(told).toEqual(['the viewer']);
    await waitFor('an end of the pipe to the dead', () => statsOf(sender.peer).consumers <= 1);
  });

  it('loses with the worker of the sender the track alone: who watched elsewhere takes the next over the same way', async () => {
    const sender = await microphone();
    await waitFor('the speaker', () => room.speaker === sender.peer.peerId);
    fill(sender.peer);
    const far = await viewer(sender.producerId);
    await waitFor('sound', () => packetsOf(far).length > 5);
    const told: string[] = [];
    sender.peer.on('lost', () => told.push('lost'));
    far.peer.on('lost', () => told.push('the viewer'));
    far.peer.on('consumer-closed', () => told.push('consumer-closed'));
    room.on('producer-closed', () => told.push('producer-closed'));
    room.on('speaker-changed', (peerId) => told.push(`speaker ${peerId}`));
    process.kill(sender.peer.site!.host.pid, 'SIGKILL');
    await waitFor('the loss', () => told.length === 4);
    expect(told.filter((what) => what !== 'consumer-closed')).toEqual(['speaker null', 'lost', 'producer-closed']);
    expect(room.producers).toEqual([]);

    const again = await microphone();
    expect(again.peer.site).toBe(far.peer.site);
    const next = await far.peer.consume({ ...far, producerId: again.producerId });
    await far.peer.resumeConsumer(next);
    const stats = far.peer['parts'].consumers['entries'].get(next.consumerId)!;
    await waitFor('packets to the viewer', async () =>
      (await stats.getStats()).some((stat) => stat.type === 'outbound-rtp' && stat.packetCount > 5),
    );
    await waitFor('the speaker', () => room.speaker === again.peer.peerId);
  });

  it('goes on when both workers die at once', async () => {
    const first = await microphone();
    fill(first.peer);
    const second = await microphone();
    for (const { pid } of pool.stats()) process.kill(pid, 'SIGKILL');
    await waitFor('the loss', () => first.peer.closed && second.peer.closed);
    const [again, there] = await Promise.all([microphone(), microphone()]);
    const viewing = await viewer(again.producerId, there.peer);
    await waitFor('sound', () => packetsOf(viewing).length > 5);
    expect(room.producers).toHaveLength(2);
  });

  it('leaves nothing behind in either worker', async () => {
    const before = await dumps();
    for (let n = 0; n < 3; n++) {
      const crowd = await pool.createRoom();
      const sender = join(crowd);
      const { client, producerId } = await speak(sender, 'microphone', opusParameters(ssrc++));
      fill(sender);
      const far = join(crowd);
      const { id: transportId } = await far.createTransport('receive', crowd.rtpCapabilities);
      await far.consume({ transportId, producerId });
      empty(sender);
      crowd.close();
      client.close();
    }
    await waitFor('clean workers', async () => JSON.stringify(await dumps()) === JSON.stringify(before));
    expect(pool.hosts.map(({ weight, promised }) => weight < 1 && promised)).toEqual([0, 0]);
  });

  it('admits a thousand viewers of sound and picture, half of them to each worker', async () => {
    const sender = join(room);
    const [voice, picture] = [await microphone(sender), await camera(sender)];
    const viewers = await Promise.all(
      Array.from({ length: 1_000 }, async () => {
        const peer = join(room);
        const { id: transportId } = await peer.createTransport('receive', room.rtpCapabilities);
        return Promise.all([voice, picture].map(({ producerId }) => peer.consume({ transportId, producerId })));
      }),
    );
    expect(viewers.flat()).toHaveLength(2_000);
    for (const { consumers } of pool.stats()) expect(Math.abs(consumers - 1_000)).toBeLessThan(250);
  }, 60_000);

  async function dumps() {
    const all = await Promise.all(pool.hosts.map((host) => host['worker'].dump()));
    return all.map(({ routerIds, channelMessageHandlers }) => ({ routerIds, channelMessageHandlers }));
  }
});
