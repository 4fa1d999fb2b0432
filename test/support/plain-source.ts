import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vp8Frames } from '../../libs/recordings/testing/ivf';
import { oggPackets } from '../../libs/recordings/testing/ogg';
import { run } from '../../libs/recordings/testing/run';
import { FRAMES_A_SECOND, PACKET_MS, type TimedSource } from './timed-source';

/** One tone and one colour: by them a person is known in a result. */
export async function plainSource(hertz: number, colour: string, seconds: number): Promise<TimedSource> {
  const folder = await mkdtemp(join(tmpdir(), 'lectern-source-'));
  try {
    const sound = join(folder, 'sound.ogg');
    const tone = ['-f', 'lavfi', '-i', `sine=f=${hertz}:r=48000:d=${seconds}`];
    const encode = ['-c:a', 'libopus', '-b:a', '32k', '-ac', '2', '-frame_duration', String(PACKET_MS)];
    await run('ffmpeg', ['-v', 'error', ...tone, ...encode, '-page_duration', '20000', sound]);
    const picture = `color=c=${colour}:s=160x90:r=${FRAMES_A_SECOND}:d=${seconds}`;
    const keys = ['-force_key_frames', 'expr:gte(t,n_forced*0.5)'];
    const frames = await vp8Frames(['-f', 'lavfi', '-i', picture, ...keys], join(folder, 'picture.ivf'));
    // Its first two packets are heads (RFC 7845 §3).
    return { sound: oggPackets(await readFile(sound)).slice(2), pictures: { small: frames, large: frames } };
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** How loud one tone is in a file, in dBFS; below -60 there is none. */
export async function loudnessOf(file: string, hertz: number): Promise<number> {
  const narrow = `bandpass=f=${hertz}:width_type=h:w=60`;
  const filter = `${narrow},${narrow},${narrow},volumedetect`;
  const { stderr } = await run('ffmpeg', ['-i', file, '-vn', '-af', filter, '-f', 'null', '-']);
  return Number(/mean_volume: (-?[\d.]+) dB/.exec(stderr)?.[1] ?? '-91');
}

/** Which of the colours are anywhere to be seen in a video. */
export function coloursIn(file: string): string[] {
  const filter = 'fps=4,scale=64:36:flags=neighbor,format=rgb24';
  const raw = execFileSync('ffmpeg', ['-v', 'error', '-i', file, '-vf', filter, '-f', 'rawvideo', 'pipe:1'], {
    maxBuffer: 1e8,
  });
  const found = new Set<string>();
  for (let at = 0; at < raw.length; at += 3) {
    const [red, green, blue] = [raw[at]! > 150, raw[at + 1]! > 120, raw[at + 2]! > 150];
    if (red && !green && !blue) found.add('red');
    if (blue && !green && !red) found.add('blue');
  }
  return [...found].sort();
}
