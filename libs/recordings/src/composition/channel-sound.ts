import { createHash } from 'node:crypto';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Interval } from '../tracks/presence';
import { type AudioInput, channelArgs } from './audio-graph';
import { DUCK_RATE, duckingSamples } from './ducking';
import { gainFor, loudnessOf } from './loudness';
import { piece, type PieceRun, temporaryName } from './piece';

/** What interpreters say in one language. */
export interface Channel {
  /** BCP 47. */
  language: string;
  /** Files of their voices, in the recording's own time. */
  voices: string[];
  /** When one of them interprets, in milliseconds from the start; in order, some time apart. */
  onAir: Interval[];
}

interface ChannelSoundOptions extends PieceRun {
  /** Folder for what is made on the way. */
  work: string;
  /** The mixed sound of the room. */
  floor: string;
  durationMs: number;
  /** Seconds done so far. */
  onProgress: (seconds: number) => void;
}

/** The whole sound for those who listen to one language. @returns the file */
export async function channelSound(
  { language, voices, onAir }: Channel,
  options: ChannelSoundOptions,
): Promise<string> {
  const { work, floor, durationMs, onProgress } = options;
  const inputs: AudioInput[] = [];
  for (const file of voices) inputs.push({ file, gain: gainFor(await loudnessOf(file, options)) });
  const duck = { file: await duckingFile(work, onAir, durationMs), rate: DUCK_RATE };
  const args = (output: string) => channelArgs(floor, duck, inputs, durationMs, output);
  return piece(options, join(work, `channel-${language}`), 'm4a', args, onProgress);
}

/** Named after what it holds, so that the sound made of it is, too. */
async function duckingFile(work: string, onAir: Interval[], durationMs: number): Promise<string> {
  const samples = duckingSamples(onAir, durationMs);
  const hash = createHash('sha256').update(samples).digest('hex').slice(0, 12);
  const file = join(work, `ducking-${hash}.pcm`);
  await writeFile(temporaryName(file), samples);
  await rename(temporaryName(file), file);
  return file;
}
