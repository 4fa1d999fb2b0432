import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCapture } from '../../testing/capture';
import { encodings, newTrack, openTrack } from '../../testing/send';
import { readRtpdump } from '../tracks/rtpdump-reader';
import type { CaptureClient } from './capture-client';
import { trackPaths } from './track-file';

// Starting processes takes its time on a busy machine.
jest.setTimeout(30_000);

const socket = createSocket('udp4');

/** RTP of 20 bytes whose payload counts. */
function rtp(sequence: number, length = 20): Buffer {
  const packet = Buffer.alloc(length);
  packet[0] = 0x80;
  packet[1] = 96;
  packet.writeUInt16BE(sequence, 2);
  packet.writeUInt32BE(9696, 8);
  return packet;
}

const send = (packet: Buffer, port: number) =>
  new Promise<void>((resolve) => socket.send(packet, port, '127.0.0.1', () => resolve()));

async function sequences(dir: string, trackId: string): Promise<number[]> {
  const found: number[] = [];
  for await (const { packet, rtcp } of readRtpdump(trackPaths(dir, trackId).dump)) {
    if (!rtcp) found.push(packet.readUInt16BE(2));
  }
  return found;
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the capture process', () => {
  let capture: CaptureClient;
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lectern-'));
    capture = await startCapture();
  });
  afterEach(() => capture.close());
  afterAll(() => socket.close());

  it('writes RTP and RTCP as they come, and beside them what they are', async () => {
    const track = newTrack({ displayName: 'Zoë', language: 'pt-br' });
    const { port, startedAt } = await openTrack(capture, dir, track, 'vp8');
    for (let i = 0; i < 50; i++) await send(rtp(i), port);
    await send(Buffer.from('80c8000600000001', 'hex'), port);
    await send(Buffer.from('not a packet'), port);
    await until(async () => (await sequences(dir, track.trackId)).length === 50);
    expect(await capture.closeTrack(track.trackId)).toMatchObject({ packets: 51, lost: 0 });
    expect(await sequences(dir, track.trackId)).toEqual([...Array(50).keys()]);
    const info: unknown = JSON.parse(await readFile(trackPaths(dir, track.trackId).info, 'utf8'));
    expect(info).toEqual({ ...track, language: 'pt-BR', ...encodings.vp8.rtp, startedAt });
  });

  it('refuses what cannot be done, with a sentence, and goes on', async () => {
    const track = newTrack();
    await capture.open(dir, track);
    await expect(capture.open(dir, track)).rejects.toThrow('open already');
    await expect(capture.open('/dev/null/nowhere', newTrack())).rejects.toThrow('ENOTDIR');
    await expect(capture.closeTrack('unknown')).rejects.toThrow('No such track is open.');
    await expect(capture.open(dir, newTrack())).resolves.toHaveProperty('port');
  });

  it('is started again after kill -9, says what was lost, and keeps all but the last moment', async () => {
    const track = newTrack();
    const { port } = await openTrack(capture, dir, track, 'vp8');
    for (let i = 0; i < 20; i++) await send(rtp(i), port);
    await until(async () => (await sequences(dir, track.trackId)).length === 20);
    const first = capture.pid!;
    const lost = once(capture, 'lost') as Promise<[{ trackIds: string[] }]>;
    process.kill(first, 'SIGKILL');
    expect(await lost).toEqual([{ trackIds: [track.trackId] }]);
    expect(capture.pid).not.toBe(first);
    expect(await sequences(dir, track.trackId)).toEqual([...Array(20).keys()]);
    const again = newTrack({ producerId: track.producerId });
    const reopened = await openTrack(capture, dir, again, 'vp8');
    expect(reopened.startedAt).toBeGreaterThan(capture.clock.now() - 10_000);
    await send(rtp(20), reopened.port);
    await until(async () => (await sequences(dir, again.trackId)).length === 1);
  });

  it('asks the sender for a key frame when packets stay away', async () => {
    const sender = createSocket('udp4');
    const { port } = await openTrack(capture, dir, newTrack(), 'vp8');
    for (const sequence of [1, 2, 5]) sender.send(rtp(sequence), port, '127.0.0.1');
    const [question] = (await once(sender, 'message')) as [Buffer];
    sender.close();
    expect(question.toString('hex')).toBe('81ce000200000001000025e0');
  });

  it('writes down what it has when its parent lets go', async () => {
    const track = newTrack();
    const { port } = await openTrack(capture, dir, track, 'vp8');
    for (let i = 0; i < 10; i++) await send(rtp(i, 1200), port);
    await until(async () => (await sequences(dir, track.trackId)).length > 0);
    await capture.close();
    expect(await sequences(dir, track.trackId)).toEqual([...Array(10).keys()]);
    await expect(capture.open(dir, newTrack())).rejects.toThrow('not running');
  });
});
