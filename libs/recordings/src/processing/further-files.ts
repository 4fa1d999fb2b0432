import { resourceFiles } from '@lectern/contracts';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { runFfmpeg } from '../composition/ffmpeg';
import { writeImagesPdf } from '../composition/images-pdf';
import { makeAudio } from '../composition/other-formats';
import { makeSprites, planSprites } from '../composition/sprites';
import type { ProcessResult } from './process-result';
import type { ShownSlide } from './marks';

export interface FurtherFilesOptions {
  /** The recording's folder; its `out` has the composed video. */
  dir: string;
  result: Pick<ProcessResult, 'durationSeconds' | 'channels' | 'files'>;
  slides: readonly ShownSlide[];
  /** Brings the image of a page into a folder. @returns its path, or null when it is there no more */
  fetchPage: (slide: ShownSlide, folder: string) => Promise<string | null>;
  ffmpegPath?: string;
  signal?: AbortSignal;
}

/**
 * Makes what there is beside the video: pictures for the seek bar, the sounds alone, the slides that were shown. It takes
 * seconds: only key frames are decoded, and the sound is copied. What is younger than the video is not made again.
 *
 * @returns the names in `out`
 */
export async function makeFurtherFiles(options: FurtherFilesOptions): Promise<string[]> {
  const { dir, result, slides, ffmpegPath, signal } = options;
  const out = join(dir, 'out');
  const video = join(out, result.files.video);
  const seconds = result.durationSeconds;
  const sheets = Array.from({ length: planSprites(seconds).sheets }, (_, i) => resourceFiles.sprites(i));
  const names = [...sheets, resourceFiles.thumbnails];
  if (!(await isYounger(join(out, resourceFiles.thumbnails), video)))
    await makeSprites({ video, seconds, out, ffmpegPath, signal });
  names.push(...(await makeSounds(options, video)));
  if (slides.length > 0 && (await makeSlides(options, video))) names.push(resourceFiles.slides);
  return names;
}

/** The room's sound and each channel's, each as a file. @returns their names */
async function makeSounds({ dir, result, ffmpegPath, signal }: FurtherFilesOptions, video: string): Promise<string[]> {
  const out = join(dir, 'out');
  const sounds = [
    { name: resourceFiles.audio, rendition: 'sound' },
    ...result.channels.map((language) => ({
      name: resourceFiles.channel(language),
      rendition: resourceFiles.channelSound(language),
    })),
  ];
  for (const [i, { name, rendition }] of sounds.entries()) {
    const output = join(out, name);
    const [source, index] = result.files.renditions ? [join(out, resourceFiles.rendition(rendition)), 0] : [video, i];
    if (!(await isYounger(output, source))) await makeAudio({ source, index, output, ffmpegPath, signal });
  }
  const names = sounds.map(({ name }) => name);
  // Of a language that is not among them any more.
  for (const file of await readdir(out))
    if (/^audio\..+\.m4a$/.test(file) && !names.includes(file)) await rm(join(out, file));
  return names;
}

/** @returns whether there is a file: the pages may have been deleted */
async function makeSlides({ dir, slides, fetchPage, ...run }: FurtherFilesOptions, video: string): Promise<boolean> {
  const output = join(dir, 'out', resourceFiles.slides);
  if (await isYounger(output, video)) return true;
  const folder = join(dir, 'slides.tmp');
  await mkdir(folder, { recursive: true });
  const images: string[] = [];
  for (const slide of eachOnce(slides)) {
    const page = await fetchPage(slide, folder);
    if (page === null) continue;
    images.push(join(folder, `${images.length}.jpg`));
    // On white, where a page is transparent.
    const white = ['-filter_complex', '[0]split[a][b];[a]drawbox=c=white:t=fill[w];[w][b]overlay'];
    const args = ['-i', page, ...white, '-frames:v', '1', '-update', '1', '-q:v', '3', images.at(-1)!];
    await runFfmpeg({ ffmpegPath: run.ffmpegPath, signal: run.signal, args });
  }
  const temporary = join(folder, resourceFiles.slides);
  if (images.length > 0) {
    await writeImagesPdf(temporary, images);
    await rename(temporary, output);
  }
  await rm(folder, { recursive: true, force: true });
  return images.length > 0;
}

/** In the order in which they were shown first. */
const eachOnce = (slides: readonly ShownSlide[]) => [
  ...new Map(slides.map((slide) => [`${slide.materialId}/${slide.page}`, slide])).values(),
];

async function isYounger(file: string, source: string): Promise<boolean> {
  const [made, from] = await Promise.all([file, source].map((path) => stat(path).catch(() => null)));
  return made != null && from != null && made.mtimeMs >= from.mtimeMs;
}
