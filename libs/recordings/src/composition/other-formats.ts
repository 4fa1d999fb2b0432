import { rename } from 'node:fs/promises';
import { runFfmpeg } from './ffmpeg';
import { soundTrackArgs } from './languages';

interface FormatRun {
  /** The file from which it is made. */
  source: string;
  output: string;
  ffmpegPath?: string;
  signal?: AbortSignal;
  /** Seconds done so far. */
  onProgress?: (seconds: number) => void;
}

const vp9 = {
  'c:v': 'libvpx-vp9',
  deadline: 'realtime',
  'cpu-used': 8,
  'row-mt': 1,
  'tile-columns': 2,
  'b:v': 0,
  crf: 36,
  g: 50,
};

/**
 * The composed video as WebM, with all its sounds: VP9 and Opus, for which nobody asks fees. With the encoder's settings for live video:
 * the best ones take far longer.
 */
export function makeWebm({ channels, ...run }: FormatRun & { channels: readonly string[] }): Promise<void> {
  const picture = Object.entries(vp9).flatMap(([key, value]) => [`-${key}`, String(value)]);
  // The index in front, so that players jump before all is there.
  const all = ['-map', '0:v', '-map', '0:a', ...soundTrackArgs(channels)];
  return make(run, [...all, ...picture, '-c:a', 'libopus', '-b:a', '64k', '-cues_to_front', '1']);
}

/** One of a file's sounds as a file of its own, without encoding it again. @param index which of them */
export function makeAudio({ index, ...run }: FormatRun & { index: number }): Promise<void> {
  return make(run, ['-map', `0:a:${index}`, '-c:a', 'copy', '-movflags', '+faststart']);
}

async function make({ source, output, ...run }: FormatRun, args: string[]): Promise<void> {
  const temporary = output.replace(/(\.\w+)$/, `.${process.pid}.tmp$1`);
  await runFfmpeg({ ...run, args: ['-i', source, ...args, temporary] });
  await rename(temporary, output);
}
