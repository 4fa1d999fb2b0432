import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { audioArgs, type AudioInput } from './audio-graph';
import { type Channel, channelSound } from './channel-sound';
import { makeCard } from './card';
import { chunksOf, type Chunk } from './chunks';
import { runFfmpeg } from './ffmpeg';
import { soundTrackArgs } from './languages';
import { gainFor, loudnessOf } from './loudness';
import { piece, temporaryName } from './piece';
import type { Scene } from './scene';
import { videoArgs, type VideoInput } from './video-graph';

export interface ComposeOptions {
  /** Folder for what is made on the way; chunks found there from an earlier run are used again. */
  work: string;
  output: string;
  scenes: Scene[];
  video: VideoInput[];
  /** Files of all that is heard in the room. */
  audio: string[];
  /** What interpreters say. */
  channels: Channel[];
  durationMs: number;
  title?: string;
  /** Length of the pieces in which the video is made; whole seconds. */
  chunkMs?: number;
  ffmpegPath?: string;
  signal?: AbortSignal;
  /** 0 to 1. */
  onProgress?: (done: number) => void;
}

/** Shares of the whole work, roughly. */
const AUDIO_SHARE = 0.2;
const VIDEO_SHARE = 0.75;

/**
 * Makes an MP4 (H.264 and AAC, with the index in front) of a plan and its tracks. Its first sound is that of the
 * room, and each interpreters' language has one of its own. Each piece gets its name only when it
 * is whole, so that a run after a crash goes on where the last one was.
 */
export async function compose(options: ComposeOptions): Promise<void> {
  const sounds = await composeSounds(options);
  const chunks = await composeVideo(options);
  const list = join(options.work, 'chunks.txt');
  await writeFile(list, chunks.map((file) => `file '${file.replaceAll("'", "'\\''")}'\n`).join(''));
  const inputs = ['-f', 'concat', '-safe', '0', '-i', list, ...sounds.flatMap((file) => ['-i', file])];
  const maps = ['-map', '0:v', ...sounds.flatMap((_, i) => ['-map', `${i + 1}:a`])];
  const languages = soundTrackArgs(options.channels.map(({ language }) => language));
  const temporary = temporaryName(options.output);
  await runFfmpeg({
    ...options,
    onProgress: undefined,
    args: [...inputs, ...maps, '-c', 'copy', ...languages, '-movflags', '+faststart', temporary],
  });
  await rename(temporary, options.output);
  options.onProgress?.(1);
}

/** @returns the files of the room's sound and of each channel's */
async function composeSounds(options: ComposeOptions): Promise<string[]> {
  const { channels, durationMs, onProgress } = options;
  const files: string[] = [];
  const report = (seconds: number) => {
    const done = files.length + Math.min(1, (seconds * 1000) / durationMs);
    onProgress?.((AUDIO_SHARE * done) / (channels.length + 1));
  };
  const floor = await composeFloor(options, report);
  files.push(floor);
  for (const channel of channels) files.push(await channelSound(channel, { ...options, floor, onProgress: report }));
  return files;
}

async function composeFloor(options: ComposeOptions, report: (seconds: number) => void): Promise<string> {
  const { audio, durationMs, work } = options;
  const inputs: AudioInput[] = [];
  for (const file of audio) inputs.push({ file, gain: gainFor(await loudnessOf(file, options)) });
  const args = (output: string) => audioArgs(inputs, durationMs, output);
  return piece(options, join(work, 'audio'), 'm4a', args, report);
}

async function composeVideo(options: ComposeOptions): Promise<string[]> {
  const { scenes, work, video, durationMs, chunkMs, onProgress } = options;
  const card = scenes.some(({ main }) => main === null) ? await makeCard(work, options) : '';
  const files: string[] = [];
  for (const [i, chunk] of chunksOf(scenes, chunkMs).entries()) {
    const args = (output: string) => videoArgs(chunk, video, card, output);
    const report = (seconds: number) => onProgress?.(AUDIO_SHARE + VIDEO_SHARE * doneShare(chunk, seconds, durationMs));
    files.push(await piece(options, join(work, `chunk-${i}`), 'mp4', args, report));
  }
  return files;
}

const doneShare = (chunk: Chunk, seconds: number, durationMs: number) =>
  Math.min(1, Math.min(chunk.end, chunk.start + seconds * 1000) / durationMs);
