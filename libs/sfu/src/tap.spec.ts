import { join, speak } from '../testing/people';
import { startPool } from '../testing/pool';
import { isVp8Key, type Report } from '../testing/rtp-packets';
import { layerStart, opusParameters, sendOpus, sendVp8, vp8Parameters } from '../testing/senders';
import { UdpSink } from '../testing/udp-sink';
import { waitFor } from '../testing/wait-for';
import { endWebRtc } from '../testing/webrtc-client';
import type { Room, SenderReport, Tap, WorkerPool } from '.';

describe('Tap', () => {
  let pool: WorkerPool;
  let room: Room;
  let sink: UdpSink;
  const endings: (() => void)[] = [];

  beforeAll(async () => {
    pool = await startPool();
  });
  beforeEach(async () => {
    room = await pool.createRoom();
    sink = await UdpSink.open();
  });
  afterEach(() => {
    for (const end of endings.splice(0)) end();
    sink.close();
    room.close();
  });
  afterAll(async () => {
    await pool.shutdown();
    endWebRtc();
  });

  const open = (producerId: string) => room.tap(producerId, { ip: '127.0.0.1', port: sink.port });

  async function microphone(ssrc: number) {
    const peer = join(room);
    const { client, producerId } = await speak(peer, 'microphone', opusParameters(ssrc));
    const stop = sendOpus((packet) => client.send(packet), ssrc);
    endings.push(stop, () => client.close());
    return { peer, producerId };
  }

  async function camera(...ssrcs: number[]) {
    const peer = join(room);
    const { client, producerId } = await speak(peer, 'camera', vp8Parameters(...ssrcs));
    const stop = sendVp8((packet) => client.send(packet), ssrcs);
    endings.push(stop, () => client.close());
    return { peer, producerId };
  }

  it('copies sound with the timestamps of its sender, and nothing before it is resumed', async () => {
    const { producerId } = await microphone(1_001);
    const tap = await open(producerId);
    expect(tap.rtpParameters).toMatchObject({ codec: 'opus', clockRate: 48_000, channels: 2 });
    expect(tap.cname).toBe('cname-1001');
    expect(sink.packets).toHaveLength(0);
    await tap.resume();
    await waitFor('packets', () => sink.packets.length > 20);
    const { ssrc, payloadType } = tap.rtpParameters;
    for (const packet of sink.packets) {
      expect(packet).toMatchObject({ ssrc, payloadType });
      expect((packet.timestamp - 1_000) % 960).toBe(0);
    }
  });

  it('tells the sender reports of its sender', async () => {
    const { producerId } = await microphone(1_101);
    const tap = await open(producerId);
    const reports: SenderReport[] = [];
    tap.on('sender-report', (report) => reports.push(report));
    const report = await waitFor('a report', () => reports[0]);
    expect(report.ssrc).toBe(1_101);
    expect((report.rtpTimestamp - 1_000) % (960 * 50)).toBe(0);
    expect(Math.abs(report.ntpMs - report.receivedAt)).toBeLessThan(250);
  });

  it("sends reports of its own: the copy's timestamps on this machine's clock", async () => {
    const { producerId } = await microphone(1_201);
    const tap = await open(producerId);
    await tap.resume();
    const [first, last] = await waitFor('two reports', () => sink.reports.length > 1 && sink.reports, 15_000);
    expect(first!.ssrc).toBe(tap.rtpParameters.ssrc);
    expect(Math.abs(first!.unixMs - first!.receivedAt)).toBeLessThan(250);
    for (const report of [first!, last!]) expectClock(report, sink.packets.at(-1)!, 48_000);
  }, 20_000);

  it('climbs to the highest simulcast layer on one continuous timeline', async () => {
    const { producerId } = await camera(2_001, 2_002, 2_003);
    const tap = await open(producerId);
    const bySender: SenderReport[] = [];
    tap.on('sender-report', (report) => bySender.push(report));
    await tap.resume();
    const first = await waitFor('a picture', () => sink.packets[0]);
    expect(isVp8Key(first.payload)).toBe(true);
    const layer = [0, 1, 2].find(
      (n) => first.timestamp - layerStart(n) < 1_000_000 && first.timestamp >= layerStart(n),
    );
    expect(layer).toBeDefined();
    await waitFor('the top layer', () => topLayerFlows(tap));
    const count = sink.packets.length;
    await waitFor('more pictures', () => sink.packets.length > count + 25);
    const steps = sink.packets.slice(1).map((packet, n) => packet.timestamp - sink.packets[n]!.timestamp);
    expect(Math.min(...steps)).toBeGreaterThan(0);
    expect(Math.max(...steps)).toBeLessThan(90_000);
    expect(new Set(bySender.map(({ ssrc }) => ssrc)).size).toBe(3);
    const last = sink.packets.at(-1)!;
    expectClock(sink.reports.at(-1)!, last, 90_000);
    const reference = bySender.findLast(({ ssrc }) => ssrc === 2_001 + layer!)!;
    expectClock({ timestamp: reference.rtpTimestamp, unixMs: reference.ntpMs }, last, 90_000);
  }, 20_000);

  it('stops while paused, and begins again with a key frame', async () => {
    const { producerId } = await camera(3_001);
    const tap = await open(producerId);
    await tap.resume();
    await waitFor('pictures', () => sink.packets.length > 5);
    await tap.pause();
    await waitFor('the last packets on their way', () => allArrived(tap, sink));
    const count = sink.packets.length;
    await tap.resume();
    const next = await waitFor('a picture', () => sink.packets[count]);
    expect(isVp8Key(next.payload)).toBe(true);
    await tap.requestKeyFrame();
  });

  it('ends with its producer, with its peer and with its room, once', async () => {
    const { peer, producerId } = await microphone(4_001);
    const other = await microphone(4_002);
    const third = await microphone(4_003);
    const taps = [await open(producerId), await open(other.producerId), await open(third.producerId)];
    const closed = taps.map((tap) => jest.fn().mockName(tap.producerId));
    taps.forEach((tap, n) => tap.on('closed', closed[n]!));
    peer.closeProducer({ producerId });
    other.peer.close();
    await waitFor('two ends', () => taps[0]!.closed && taps[1]!.closed);
    room.close();
    for (const tap of taps) tap.close();
    for (const told of closed) expect(told).toHaveBeenCalledTimes(1);
  });

  it('does not exist for an unknown track', async () => {
    await expect(open('nothing')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

interface Arrival {
  timestamp: number;
  receivedAt: number;
}

/** The private consumer knows which layer flows. */
function topLayerFlows(tap: Tap): boolean {
  return tap['consumer'].currentLayers?.spatialLayer === 2;
}

/** Whatever the tap has sent is here: a paused one sends nothing more. */
async function allArrived(tap: Tap, sink: UdpSink): Promise<boolean> {
  const stats = await tap['consumer'].getStats();
  return stats.find(({ type }) => type === 'outbound-rtp')?.packetCount === sink.packets.length;
}

/** A report must place a packet at the time it came, give or take what the loopback and a busy machine need. */
function expectClock(report: Pick<Report, 'timestamp' | 'unixMs'>, packet: Arrival, clockRate: number): void {
  const sentAt = report.unixMs + ((packet.timestamp - report.timestamp) / clockRate) * 1_000;
  expect(Math.abs(sentAt - packet.receivedAt)).toBeLessThan(250);
}
