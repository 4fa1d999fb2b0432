import { stat } from 'node:fs/promises';
import { type Limits, runLimited } from './limited';

/** A weak line of 48 kbit/s brings so much in ten seconds. */
export const SMALL_BYTES = 60_000;

/** Width and WebP quality, from the best to what always fits. */
const smallSteps = [
  [1280, 60],
  [1280, 35],
  [960, 30],
  [800, 20],
  [640, 15],
  [480, 10],
  [320, 5],
] as const;

const limits: Limits = { memory: 2_000 * 1024 * 1024, cpuSeconds: 30, seconds: 60, fileSize: 64 * 1024 * 1024 };

interface ImageRun {
  ffmpegPath: string;
  /** As it was drawn. */
  picture: string;
  folder: string;
  signal?: AbortSignal;
}

/** The page in full size. */
export async function largeImage(run: ImageRun, output: string): Promise<void> {
  await encode(run, [], 85, output);
}

/** The page in at most {@link SMALL_BYTES}: as good as they allow. */
export async function smallImage(run: ImageRun, output: string): Promise<void> {
  for (const [width, quality] of smallSteps) {
    const scale = `scale=w='min(${width},iw)':h='min(${width},ih)':force_original_aspect_ratio=decrease:flags=lanczos`;
    await encode(run, ['-vf', scale], quality, output);
    if ((await stat(output)).size <= SMALL_BYTES) return;
  }
}

async function encode(
  { ffmpegPath, picture, folder, signal }: ImageRun,
  filter: string[],
  quality: number,
  output: string,
): Promise<void> {
  const input = ['-nostdin', '-v', 'error', '-y', '-threads', '1', '-f', 'image2', '-c:v', 'ppm', '-i', picture];
  const webp = [
    '-frames:v',
    '1',
    '-c:v',
    'libwebp',
    '-preset',
    'text',
    '-quality',
    String(quality),
    '-f',
    'webp',
    output,
  ];
  await runLimited({ program: ffmpegPath, args: [...input, ...filter, ...webp], cwd: folder, limits, signal });
}
