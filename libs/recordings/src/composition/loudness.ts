import { readFfmpeg } from './ffmpeg';

/** What the sum shall have (EBU R 128, as the web's players expect it), in LUFS. */
const TARGET = -16;
/** A track that never gets louder than this has no voice in it: nothing of it is raised. */
const NOTHING = -50;
const MOST_DB = 20;

/** How a file of sound is measured. */
export interface LoudnessRun {
  ffmpegPath?: string;
  signal?: AbortSignal;
}

/**
 * The loudness of a whole file in LUFS: EBU R 128's integrated value, whose gate leaves the pauses out.
 * `-Infinity` when it has no sound at all.
 */
export async function loudnessOf(file: string, run: LoudnessRun): Promise<number> {
  const measure = 'ebur128=metadata=1,ametadata=mode=print:key=lavfi.r128.I:file=-';
  const output = readFfmpeg({ ...run, args: ['-i', file, '-map', '0:a', '-af', measure, '-f', 'null', '-'] });
  let last = '';
  // Ten values a second; only the last one, over everything, is of use.
  for await (const data of output) last = (last + data.toString()).slice(-1000);
  const values = [...last.matchAll(/lavfi\.r128\.I=(\S+)/g)];
  const value = Number(values.at(-1)?.[1] ?? NaN);
  return value > -70 ? value : -Infinity;
}

/** By how many dB a track of this loudness is raised or lowered, so that all voices are as loud as each other. */
export function gainFor(loudness: number): number {
  return loudness < NOTHING ? 0 : Math.min(MOST_DB, TARGET - loudness);
}
