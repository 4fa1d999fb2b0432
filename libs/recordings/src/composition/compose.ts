import { createHash } from 'node:crypto';
import { access, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { audioArgs, type AudioInput } from './audio-graph';
import { makeCard } from './card';
import { chunksOf, type Chunk } from './chunks';
import { runFfmpeg } from './ffmpeg';
import { gainFor, loudnessOf } from './loudness';
import type { Scene } from './scene';
import { videoArgs, type VideoInput } from './video-graph';

export interface ComposeOptions {
  /** Folder for what is made on the way; chunks found there from an earlier run are used again. */
  work: string;
  output: string;
  scenes: Scene[];
  video: VideoInput[];
  /** Files of all sound. */
  audio: string[];
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
 * Makes an MP4 (H.264 and AAC, with the index in front) of a plan and its tracks. Each piece gets its name only when it
 * is whole, so that a run after a crash goes on where the last one was.
 */
export async function compose(options: ComposeOptions): Promise<void> {
  const audio = await composeAudio(options);
  const chunks = await composeVideo(options);
  const list = join(options.work, 'chunks.txt');
  await writeFile(list, chunks.map((file) => `file '${file.replaceAll("'", "'\\''")}'\n`).join(''));
  const inputs = ['-f', 'concat', '-safe', '0', '-i', list, '-i', audio, '-map', '0:v', '-map', '1:a'];
  const temporary = temporaryName(options.output);
  await runFfmpeg({
    ...options,
    onProgress: undefined,
    args: [...inputs, '-c', 'copy', '-movflags', '+faststart', temporary],
  });
  await rename(temporary, options.output);
  options.onProgress?.(1);
}

async function composeAudio(options: ComposeOptions): Promise<string> {
  const { audio, durationMs, work, onProgress } = options;
  const inputs: AudioInput[] = [];
  for (const file of audio) inputs.push({ file, gain: gainFor(await loudnessOf(file, options)) });
  const args = (output: string) => audioArgs(inputs, durationMs, output);
  return piece(options, join(work, 'audio'), 'm4a', args, (seconds) => {
    onProgress?.(AUDIO_SHARE * Math.min(1, (seconds * 1000) / durationMs));
  });
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

/** Runs ffmpeg unless an earlier run has made the very same piece. */
async function piece(
  { ffmpegPath, signal }: ComposeOptions,
  stem: string,
  extension: string,
  args: (output: string) => string[],
  onProgress: (seconds: number) => void,
): Promise<string> {
  const recipe = createHash('sha256')
    .update(JSON.stringify(args('')))
    .digest('hex')
    .slice(0, 12);
  const file = `${stem}-${recipe}.${extension}`;
  if (await exists(file)) return file;
  const temporary = temporaryName(file);
  await runFfmpeg({ ffmpegPath, signal, onProgress, args: args(temporary) });
  await rename(temporary, file);
  return file;
}

/** Of one process only: the ffmpeg of a worker that was killed may still be writing to its own. */
function temporaryName(file: string): string {
  return file.replace(/(\.[a-z0-9]+)$/, `.${process.pid}.tmp$1`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
