import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { oggPackets } from '../../testing/ogg';
import { run } from '../../testing/run';
import { LEAST_DELAY, type Sending, writeTrack } from '../../testing/simulation';
import { audioArgs } from '../composition/audio-graph';
import { convertTrack } from './convert-track';

const RATE = 8_000;
const PACKET_MS = 20;
const HERTZ = 1_000;
const startedAt = 1_700_000_000_000;

describe('sound that begins', () => {
  let dir: string;
  let tone: Buffer[];

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lectern-sound-'));
    const file = join(dir, 'tone.ogg');
    const source = `sine=f=${HERTZ}:r=48000:d=1`;
    const encode = ['-c:a', 'libopus', '-application', 'lowdelay', '-b:a', '64k', '-frame_duration', String(PACKET_MS)];
    await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', source, ...encode, file]);
    tone = oggPackets(await readFile(file)).slice(2);
  });
  afterAll(() => rm(dir, { recursive: true }));

  it.each([106, 119])('at %i ms has its own pitch from there on', async (at) => {
    const about = { participantId: 'ada', startedAt, payloadType: 111, clockRate: 48_000 };
    const sound = { ...about, source: 'microphone', kind: 'audio', mimeType: 'audio/opus' } as const;
    const info = await writeTrack(dir, sound, packets(at), 3 + at);
    const span = { startedAt, durationMs: 1_500 };
    const { file, intervals } = await convertTrack(dir, info, dir, span);
    const samples = await mixed(file!, span.durationMs);
    const begins = Math.round(intervals[0]!.start);
    expect(Math.abs(begins - at - LEAST_DELAY)).toBeLessThan(15);
    expect(pitchOf(piece(samples, begins + 60, 300))).toBeCloseTo(HERTZ, -1);
  });

  function* packets(at: number): Generator<Sending> {
    for (const [n, payload] of tone.entries()) yield { media: n * PACKET_MS, sent: at + n * PACKET_MS, payload };
  }

  async function mixed(file: string, durationMs: number): Promise<Int16Array> {
    const output = `${file}.m4a`;
    await run('ffmpeg', ['-v', 'error', '-y', ...audioArgs([{ file, gain: 0 }], durationMs, output)]);
    const raw = execFileSync('ffmpeg', [
      '-v',
      'error',
      '-i',
      output,
      '-ac',
      '1',
      '-ar',
      String(RATE),
      '-f',
      's16le',
      '-',
    ]);
    return new Int16Array(raw.buffer, raw.byteOffset, raw.length / 2);
  }
});

const piece = (samples: Int16Array, fromMs: number, ms: number) =>
  samples.subarray((fromMs * RATE) / 1_000, ((fromMs + ms) * RATE) / 1_000);

/** Hertz, by how often the sound goes from below to above its middle. */
function pitchOf(samples: Int16Array): number {
  const crossings = [...samples].flatMap((now, i) => {
    const before = samples[i - 1];
    return before !== undefined && before < 0 && now >= 0 ? [i - now / (now - before)] : [];
  });
  return ((crossings.length - 1) * RATE) / (crossings.at(-1)! - crossings[0]!);
}
