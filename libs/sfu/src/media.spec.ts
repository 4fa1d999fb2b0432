import { endWebRtc } from '../testing/webrtc-client';
import { listen, join, speak } from '../testing/people';
import { startPool } from '../testing/pool';
import { isVp8Key } from '../testing/rtp-packets';
import { layerStart, opusParameters, sendOpus, sendVp8, vp8Parameters } from '../testing/senders';
import { waitFor } from '../testing/wait-for';
import type { Room, WorkerPool } from '.';

describe('media through a real ICE, DTLS and SRTP stack', () => {
  let pool: WorkerPool;
  let room: Room;
  const endings: (() => void)[] = [];

  beforeAll(async () => {
    pool = await startPool();
  });
  beforeEach(async () => {
    room = await pool.createRoom();
  });
  afterEach(() => {
    for (const end of endings.splice(0)) end();
    room.close();
  });
  afterAll(async () => {
    await pool.shutdown();
    endWebRtc();
  });

  async function speaker(ssrc: number, level?: number) {
    const peer = join(room);
    const sending = await speak(peer, 'microphone', opusParameters(ssrc));
    const stop = sendOpus((packet) => sending.client.send(packet), ssrc, level);
    endings.push(stop, () => sending.client.close());
    return { peer, stop, ...sending };
  }

  async function viewer(producerId: string) {
    const peer = join(room);
    const receiving = await listen(room, peer, producerId);
    endings.push(() => receiving.client.close());
    return { peer, ...receiving };
  }

  it('carries sound once the consumer is resumed, and stops when it is paused', async () => {
    const { producerId } = await speaker(1_111);
    const { peer, client, consumer } = await viewer(producerId);
    expect(client.packets).toHaveLength(0);
    await peer.resumeConsumer(consumer);
    await waitFor('sound', () => client.packets.length > 10);
    const { ssrc } = consumer.rtpParameters.encodings![0]!;
    expect(new Set(client.packets.map((packet) => packet.ssrc))).toEqual(new Set([ssrc]));
    await peer.pauseConsumer(consumer);
    const count = client.packets.length;
    await expect(waitFor('silence', () => client.packets.length > count + 5, 400)).rejects.toThrow('in vain');
  });

  it('carries the simulcast layer that the viewer prefers', async () => {
    const ssrcs = [2_001, 2_002, 2_003];
    const { client: camera, producerId } = await speak(join(room), 'camera', vp8Parameters(...ssrcs));
    endings.push(
      sendVp8((packet) => camera.send(packet), ssrcs),
      () => camera.close(),
    );
    const { peer, client, consumer } = await viewer(producerId);
    await peer.setConsumerLayers({ consumerId: consumer.consumerId, spatialLayer: 0 });
    const wanted = consumer.rtpParameters.encodings![0]!.ssrc;
    await peer.resumeConsumer(consumer);
    // The worker also probes the bandwidth, with padding on an SSRC of its own.
    const first = await waitFor('pictures', () => client.packets.find(({ ssrc }) => ssrc === wanted));
    expect(isVp8Key(first.payload)).toBe(true);
    // The first layer that flows gives its RTP timestamps to the consumer unchanged.
    expect(first.timestamp - layerStart(0)).toBeLessThan(90_000 * 60);
  });

  it('tells who speaks, forgets a muted speaker at once and the silent after a while', async () => {
    const heard: (string | null)[] = [];
    room.on('speaker-changed', (peerId) => heard.push(peerId));
    const { peer, producerId, stop } = await speaker(3_001);
    await waitFor('the speaker', () => room.speaker === peer.peerId);
    await peer.pauseProducer({ producerId });
    expect(room.speaker).toBeNull();
    await peer.resumeProducer({ producerId });
    await waitFor('the speaker again', () => room.speaker === peer.peerId);
    stop();
    await waitFor('nobody', () => room.speaker === null);
    expect(heard).toEqual([peer.peerId, null, peer.peerId, null]);
  }, 15_000);

  it('takes a quiet room for one without a speaker', async () => {
    const { peer, producerId } = await speaker(3_101, 90);
    const { client, consumer, peer: listener } = await viewer(producerId);
    await listener.resumeConsumer(consumer);
    await waitFor('a second of packets', () => client.packets.length > 60);
    expect(room.speaker).toBeNull();
    expect(room.producers).toMatchObject([{ peerId: peer.peerId, source: 'microphone' }]);
  });

  it('ends producers and consumers with the DTLS of their client', async () => {
    const closed = jest.fn();
    room.on('producer-closed', closed);
    const { peer: sender, transportId, producerId } = await speaker(4_001);
    const { peer, consumer } = await viewer(producerId);
    const ended = jest.fn();
    peer.on('consumer-closed', ended);
    // Browsers send a DTLS alert when they close; this client does not, so mediasoup's word for it is spoken here.
    sender['parts'].transports.get(transportId).transport.safeEmit('dtlsstatechange', 'closed');
    await waitFor('the end', () => ended.mock.calls.length === 1 && closed.mock.calls.length === 1);
    expect(ended).toHaveBeenCalledWith({ consumerId: consumer.consumerId });
    expect(closed).toHaveBeenCalledWith(expect.objectContaining({ producerId, source: 'microphone' }));
  });

  it('gives new ICE credentials on a restart and stays connected', async () => {
    const { peer, client, transportId } = await speaker(5_001);
    const { iceParameters } = await peer.restartIce({ transportId });
    expect(iceParameters.usernameFragment).toBeTruthy();
    expect(client.connected).toBe(true);
  });
});
