import { rename } from 'node:fs/promises';
import { runFfmpeg } from './ffmpeg';
import type { Scene } from './scene';

interface PosterOptions {
  video: string;
  output: string;
  scenes: Scene[];
  ffmpegPath?: string;
  signal?: AbortSignal;
}

/** Into a scene, people have sat down and slides have appeared. */
const SETTLE_MS = 5000;

/** The moment worth showing: some way into the longest scene that has a picture. Milliseconds. */
export function posterMoment(scenes: Scene[]): number {
  const length = ({ start, end }: Scene) => end - start;
  const shown = scenes.filter(({ main }) => main !== null);
  const best = (shown.length > 0 ? shown : scenes).reduce<Scene | null>(
    (longest, scene) => (longest && length(longest) >= length(scene) ? longest : scene),
    null,
  );
  return best ? best.start + Math.min(SETTLE_MS, length(best) / 2) : 0;
}

/** Takes a JPEG out of the finished video: of two seconds, the picture that is most like the others. */
export async function makePoster({ video, output, scenes, ...run }: PosterOptions): Promise<void> {
  const temporary = output.replace(/\.jpg$/, `.${process.pid}.tmp.jpg`);
  const at = (posterMoment(scenes) / 1000).toFixed(3);
  const pick = ['-vf', 'thumbnail=n=50', '-frames:v', '1', '-update', '1', '-q:v', '3'];
  await runFfmpeg({ ...run, args: ['-ss', at, '-t', '2', '-i', video, ...pick, temporary] });
  await rename(temporary, output);
}
