import { clientEvents, type MediaSource, type RtpParameters } from '@lectern/contracts';
import { DomainError } from '@lectern/kernel';
import { join } from '../testing/people';
import { startPool } from '../testing/pool';
import { opusParameters, vp8Parameters } from '../testing/senders';
import { waitFor } from '../testing/wait-for';
import { FlowGate, type Peer, type Room, type WorkerPool } from '.';

let ssrc = 50_000;
const fingerprints = [{ algorithm: 'sha-256' as const, value: Array<string>(32).fill('AB').join(':') }];

describe('Peer', () => {
  let pool: WorkerPool;
  let room: Room;
  let peer: Peer;

  beforeAll(async () => {
    pool = await startPool();
  });
  beforeEach(async () => {
    room = await pool.createRoom();
    peer = join(room);
  });
  afterEach(() => room.close());
  afterAll(() => pool.shutdown());

  async function produce(who = peer, source: MediaSource = 'microphone', rtpParameters?: RtpParameters) {
    const { id: transportId } = await who.createTransport('send');
    const kind = source === 'microphone' || source === 'screen-audio' ? 'audio' : 'video';
    const own = kind === 'audio' ? opusParameters(ssrc++) : vp8Parameters(ssrc++);
    return who.produce({ transportId, kind, source, rtpParameters: rtpParameters ?? own, paused: false });
  }

  async function consume(producerId: string, who = join(room)) {
    const { id: transportId } = await who.createTransport('receive', room.rtpCapabilities);
    return { who, transportId, ...(await who.consume({ transportId, producerId })) };
  }

  it('answers in the shapes of the contract', async () => {
    const address = await peer.createTransport('send');
    expect(clientEvents['transport:create'].output.safeParse({ ...address, iceServers: [] }).error).toBeUndefined();
    const { iceParameters } = await peer.restartIce({ transportId: address.id });
    expect(clientEvents['transport:restart-ice'].output.safeParse({ iceParameters }).error).toBeUndefined();
    const { producerId } = await produce(peer, 'camera', vp8Parameters(ssrc++, ssrc++, ssrc++));
    const { consumerId, kind, rtpParameters, producerPaused } = await consume(producerId);
    const output = { consumerId, producerId, kind, rtpParameters, producerPaused };
    expect(clientEvents['consumer:create'].output.safeParse(output).error).toBeUndefined();
  });

  it('lets a track flow when those who wait for it are ready, and nobody takes it for muted meanwhile', async () => {
    const gate = new FlowGate();
    const gated = await pool.createRoom({ gate });
    const sender = join(gated);
    const told: string[] = [];
    gated.on('producer-opened', ({ paused }) => told.push(`opened, ${paused ? 'paused' : 'flowing'}`));
    let letGo: () => void = () => undefined;
    const stopWaiting = gate.await(() => new Promise<void>((ready) => (letGo = ready)));
    const producing = produce(sender);
    await waitFor('the track', () => gated.producers.length === 1);
    const { paused, producerId } = gated.producers[0]!;
    expect([paused, told]).toEqual([false, []]);
    const receiver = await consume(producerId, join(gated));
    expect(receiver.producerPaused).toBe(true);
    letGo();
    await producing;
    expect(told).toEqual(['opened, flowing']);
    expect((await consume(producerId, join(gated))).producerPaused).toBe(false);
    stopWaiting();
    await produce(sender, 'camera');
    expect(told).toHaveLength(2);
    gated.close();
  });

  it('stays muted when it is muted at the gate', async () => {
    const gate = new FlowGate();
    const gated = await pool.createRoom({ gate });
    const sender = join(gated);
    gate.await(async ({ producerId }) => sender.pauseProducer({ producerId }));
    const { producerId } = await produce(sender);
    expect(gated.producers).toMatchObject([{ producerId, paused: true }]);
    expect((await consume(producerId, join(gated))).producerPaused).toBe(true);
    gated.close();
  });

  it('tells the room what it sends, mutes and stops', async () => {
    const told: unknown[] = [];
    for (const event of ['producer-opened', 'producer-changed', 'producer-closed'] as const) {
      room.on(event, (info) => told.push([event, info.producerId, info.paused]));
    }
    const { producerId } = await produce();
    await peer.pauseProducer({ producerId });
    await peer.pauseProducer({ producerId });
    expect(room.producers).toMatchObject([{ producerId, paused: true, peerId: peer.peerId }]);
    await peer.resumeProducer({ producerId });
    peer.closeProducer({ producerId });
    expect(told).toEqual([
      ['producer-opened', producerId, false],
      ['producer-changed', producerId, true],
      ['producer-changed', producerId, false],
      ['producer-closed', producerId, false],
    ]);
    expect(room.producers).toEqual([]);
  });

  it('tells what is spoken on a track whose sender says so, whatever becomes of it', async () => {
    const { id: transportId } = await peer.createTransport('send');
    const about = { transportId, kind: 'audio' as const, source: 'microphone' as const, paused: true };
    const input = { ...about, rtpParameters: opusParameters(ssrc++), language: 'km' };
    const { producerId } = await peer.produce(input);
    await peer.resumeProducer({ producerId });
    expect(room.producers).toMatchObject([{ producerId, language: 'km', paused: false }]);
    await produce();
    expect(room.producers.map(({ language }) => language)).toEqual([undefined]);
  });

  it('sends one track for each source: the next takes the place of the last', async () => {
    const parameters = opusParameters(ssrc++);
    const first = await produce(peer, 'microphone', parameters);
    const { id: transportId } = await peer.createTransport('send');
    const again = {
      transportId,
      kind: 'audio',
      source: 'microphone',
      rtpParameters: parameters,
      paused: false,
    } as const;
    const second = await peer.produce(again);
    const third = await peer.produce(again);
    expect(room.producers.map(({ producerId }) => producerId)).toEqual([third.producerId]);
    expect(new Set([first.producerId, second.producerId, third.producerId]).size).toBe(3);
  });

  it('keeps one of two tracks of one source that are opened at once', async () => {
    const { id: transportId } = await peer.createTransport('send');
    const open = () => {
      const rtpParameters = opusParameters(ssrc++);
      return peer.produce({ transportId, kind: 'audio', source: 'microphone', rtpParameters, paused: false });
    };
    const [, last] = await Promise.all([open(), open()]);
    expect(room.producers).toMatchObject([{ producerId: last.producerId }]);
    expect(pool.stats()[0]!.producers).toBe(1);
  });

  it('keeps two transports in a direction; with the oldest go its tracks', async () => {
    const { producerId } = await produce();
    const { who, consumerId } = await consume(producerId);
    const ended = jest.fn();
    who.on('consumer-closed', ended);
    for (let n = 0; n < 2; n++) await who.createTransport('receive', room.rtpCapabilities);
    await waitFor('the end', () => ended.mock.calls.length > 0);
    expect(ended).toHaveBeenCalledWith({ consumerId });
    expect(pool.stats()[0]).toMatchObject({ transports: 3, consumers: 0 });
  });

  it('receives a track once: asking again replaces the consumer', async () => {
    const { producerId } = await produce();
    const { who, transportId, consumerId } = await consume(producerId);
    const ended = jest.fn();
    who.on('consumer-closed', ended);
    const again = await who.consume({ transportId, producerId });
    expect(ended).toHaveBeenCalledWith({ consumerId });
    await who.resumeConsumer(again);
    await who.setConsumerLayers({ consumerId: again.consumerId, spatialLayer: 1, temporalLayer: 1 });
    expect(pool.stats()[0]!.consumers).toBe(1);
  });

  it('tells when a received track ends, but not what its client ended itself', async () => {
    const { producerId } = await produce();
    const { who, transportId, consumerId } = await consume(producerId);
    const ended = jest.fn();
    who.on('consumer-closed', ended);
    who.closeConsumer({ consumerId });
    const { consumerId: second } = await who.consume({ transportId, producerId });
    peer.close();
    await waitFor('the end', () => ended.mock.calls.length > 0);
    expect(ended.mock.calls).toEqual([[{ consumerId: second }]]);
  });

  it('knows nothing of ids that are not its own', async () => {
    const { producerId } = await produce();
    const { consumerId, transportId } = await consume(producerId);
    const stranger = join(room);
    const { id: sending } = await stranger.createTransport('send');
    const rtpParameters = opusParameters(ssrc++);
    const send = { kind: 'audio', source: 'microphone', rtpParameters, paused: false } as const;
    const { id: receiving } = await stranger.createTransport('receive', room.rtpCapabilities);
    const attempts: (() => unknown)[] = [
      () => stranger.connectTransport({ transportId, dtlsParameters: { fingerprints } }),
      () => stranger.restartIce({ transportId }),
      () => stranger.produce({ ...send, transportId }),
      () => stranger.produce({ ...send, transportId: receiving }),
      () => stranger.consume({ transportId, producerId }),
      () => stranger.consume({ transportId: sending, producerId }),
      () => stranger.consume({ transportId: receiving, producerId: 'nothing' }),
      () => stranger.pauseProducer({ producerId }),
      () => stranger.resumeProducer({ producerId }),
      () => stranger.closeProducer({ producerId }),
      () => stranger.resumeConsumer({ consumerId }),
      () => stranger.pauseConsumer({ consumerId }),
      () => stranger.setConsumerLayers({ consumerId, spatialLayer: 0 }),
      () => stranger.closeConsumer({ consumerId }),
    ];
    for (const attempt of attempts) {
      await expect((async () => attempt())()).rejects.toMatchObject({ code: 'NOT_FOUND' });
    }
  });

  it.each<[string, Partial<RtpParameters>]>([
    ['an unknown codec', { codecs: [{ mimeType: 'audio/foo', payloadType: 100, clockRate: 8_000 }] }],
    ['no codec', { codecs: [] }],
    ['an encoding without SSRC or RID', { encodings: [{}] }],
    ['one SSRC twice', { encodings: [{ ssrc: 9 }, { ssrc: 9 }] }],
    ['a codec without a clock', { codecs: [{ mimeType: 'audio/opus', payloadType: 100 } as never] }],
  ])('refuses %s with a reason', async (_, wrong) => {
    const parameters = { ...opusParameters(ssrc++), ...wrong };
    await expect(produce(peer, 'microphone', parameters)).rejects.toMatchObject({
      code: 'VALIDATION_FAILED',
      message: expect.stringContaining('The track cannot be sent') as string,
    });
    expect(room.producers).toEqual([]);
  });

  it('refuses a source that does not fit its kind', async () => {
    await expect(produce(peer, 'camera', opusParameters(ssrc++))).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    const { id: transportId } = await peer.createTransport('send');
    const rtpParameters = opusParameters(ssrc++);
    await expect(
      peer.produce({ transportId, kind: 'audio', source: 'camera', rtpParameters, paused: false }),
    ).rejects.toMatchObject({ code: 'VALIDATION_FAILED', message: 'A camera sends video, not audio.' });
  });

  it('refuses empty DTLS fingerprints and a second connect; the worker lives on', async () => {
    const { id: transportId } = await peer.createTransport('send');
    const connect = (list: typeof fingerprints) =>
      peer.connectTransport({ transportId, dtlsParameters: { role: 'client', fingerprints: list } });
    await expect(connect([])).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
    await connect(fingerprints);
    await expect(connect(fingerprints)).rejects.toMatchObject({ code: 'WRONG_STATE' });
    expect(pool.ready).toBe(true);
  });

  it('refuses to send a device what it cannot decode', async () => {
    const { producerId } = await produce();
    const who = join(room);
    const video = { codecs: room.rtpCapabilities.codecs.filter(({ kind }) => kind === 'video') };
    const { id: transportId } = await who.createTransport('receive', video);
    await expect(who.consume({ transportId, producerId })).rejects.toMatchObject({ code: 'VALIDATION_FAILED' });
  });

  it('stands once in a room', () => {
    const { peerId, participantId } = peer;
    expect(() => room.addPeer({ peerId, participantId })).toThrow(DomainError);
    peer.close();
    expect(room.addPeer({ peerId, participantId }).peerId).toBe(peerId);
    expect(room.peerCount).toBe(1);
  });

  it('closes in the middle of its own calls without leaving anything behind', async () => {
    const { producerId } = await produce(join(room));
    const { id: transportId } = await peer.createTransport('send');
    const { id: receiving } = await peer.createTransport('receive', room.rtpCapabilities);
    const rtpParameters = opusParameters(ssrc++);
    const calls = [
      peer.createTransport('send'),
      peer.produce({ transportId, kind: 'audio', source: 'microphone', rtpParameters, paused: false }),
      peer.consume({ transportId: receiving, producerId }),
    ];
    peer.close();
    const answers = await Promise.allSettled(calls);
    expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
    await waitFor('an empty worker', () => pool.stats()[0]!.transports === 1);
    expect(pool.stats()[0]).toMatchObject({ producers: 1, consumers: 0 });
  });

  it('leaves nothing in the worker or in memory when all is closed', async () => {
    const worker = pool['hosts'][0]!['worker'];
    const before = await worker.dump();
    for (let n = 0; n < 5; n++) {
      const crowd = await pool.createRoom();
      const sender = join(crowd);
      const { producerId } = await produce(sender);
      const tap = await crowd.tap(producerId, { ip: '127.0.0.1', port: 9 });
      const viewer = join(crowd);
      const { id: transportId } = await viewer.createTransport('receive', crowd.rtpCapabilities);
      await viewer.consume({ transportId, producerId });
      crowd.on('closed', () => undefined);
      sender.on('closed', () => undefined);
      viewer.on('closed', () => undefined);
      tap.on('closed', () => undefined);
      const objects = [crowd, sender, viewer, tap];
      for (const object of [...objects, ...objects]) object.close();
      expect(objects.map((object) => object.listenerCount())).toEqual([0, 0, 0, 0]);
    }
    const after = await worker.dump();
    expect(after.routerIds).toEqual(before.routerIds);
    expect(after.channelMessageHandlers).toEqual(before.channelMessageHandlers);
    expect(pool.stats()[0]).toMatchObject({ rooms: 1, transports: 0, producers: 0, consumers: 0 });
    expect(pool['rooms'].size).toBe(1);
  });
});
