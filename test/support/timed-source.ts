import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vp8Frames } from '../../libs/recordings/testing/ivf';
import { oggPackets } from '../../libs/recordings/testing/ogg';
import { run } from '../../libs/recordings/testing/run';

export const PACKET_MS = 20;
export const FRAMES_A_SECOND = 10;
export const FRAME_MS = 1_000 / FRAMES_A_SECOND;

/** Hertz of the sound in a second of the source. */
export const toneOf = (second: number) => 400 + 40 * second;

/** Sound and pictures that say their own time: a tone for each second, and its number in eight black or white bars. */
export interface TimedSource {
  /** Opus packets of 20 ms. */
  sound: Buffer[];
  /** VP8 frames in two sizes, each tenth a key frame. */
  pictures: Record<'small' | 'large', Buffer[]>;
}

/** @param seconds at most 90, for all tones must have room below 4 kHz */
export async function timedSource(seconds: number): Promise<TimedSource> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-source-'));
  try {
    const [sound, small, large] = await Promise.all([
      soundOf(seconds, folder),
      picturesOf(seconds, '160x90', join(folder, 'small.ivf')),
      picturesOf(seconds, '320x180', join(folder, 'large.ivf')),
    ]);
    return { sound, pictures: { small, large } };
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function soundOf(seconds: number, folder: string): Promise<Buffer[]> {
  const file = join(folder, 'sound.ogg');
  // The frequency is whole in each second, so that its phase goes on without a click.
  const tones = `aevalsrc=0.3*sin(2*PI*t*(400+40*floor(t))):s=48000:d=${seconds}`;
  // Who comes back joins in the middle: in this mode a decoder needs two packets for that, in others up to a second.
  const mode = ['-application', 'lowdelay', '-b:a', '64k'];
  const encode = ['-c:a', 'libopus', ...mode, '-ac', '2', '-frame_duration', String(PACKET_MS)];
  await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', tones, ...encode, '-page_duration', '20000', file]);
  // Its first two packets are heads (RFC 7845 §3).
  return oggPackets(await readFile(file)).slice(2);
}

function picturesOf(seconds: number, size: string, file: string): Promise<Buffer[]> {
  const bar = `mod(floor(floor(T+0.001)/pow(2,floor(8*X/W))),2)`;
  const bars = `geq=lum='if(${bar},235,16)':cb=128:cr=128`;
  const grey = `color=c=gray:s=${size}:r=${FRAMES_A_SECOND}:d=${seconds},format=yuv420p`;
  const keys = ['-force_key_frames', 'expr:gte(t,n_forced*0.5)'];
  return vp8Frames(['-f', 'lavfi', '-i', `${grey},${bars}`, ...keys], file);
}
