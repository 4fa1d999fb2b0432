import { materialFiles } from '@lectern/contracts';
import { join } from 'node:path';
import type { MaterialRow } from '../material.entity';
import { type ClipInfo, probeClip, transcodeClip } from './clip';
import { largeImage, smallImage } from './page-image';
import { countPages, drawPage, readTexts } from './pdf';

export interface PrepareRun {
  ffmpegPath: string;
  ffprobePath: string;
  file: string;
  folder: string;
  signal?: AbortSignal;
  /** Seconds of processor time for a page of a PDF: far beyond what any slide needs. */
  pageSeconds?: number;
  /** Takes a finished file over, under its name. */
  put: (name: string, file: string) => Promise<void>;
  /** 0 to 100. */
  onProgress: (percent: number) => void;
}

export interface Prepared {
  row: Partial<MaterialRow>;
  /** The words of each page. */
  texts: string[];
}

/** A PDF → images of its pages, and their words. @throws DomainError TYPE_UNSUPPORTED in words for the presenter */
export async function prepareDeck(run: PrepareRun): Promise<Prepared> {
  const pages = await countPages(run);
  const texts = await readTexts(pages, run);
  for (let page = 1; page <= pages; page += 1) {
    const picture = await drawPage(page, run);
    const image = { ...run, picture };
    const [large, small] = [materialFiles.page(page), materialFiles.smallPage(page)];
    await largeImage(image, join(run.folder, large));
    await smallImage(image, join(run.folder, small));
    await run.put(large, join(run.folder, large));
    await run.put(small, join(run.folder, small));
    run.onProgress((100 * page) / pages);
  }
  return { row: { pages }, texts };
}

/** A video → what every browser plays. @throws DomainError TYPE_UNSUPPORTED in words for the presenter */
export async function prepareClip(run: PrepareRun): Promise<Prepared> {
  const info: ClipInfo = await probeClip(run);
  const names = [materialFiles.video, materialFiles.audio, materialFiles.smallAudio] as const;
  const [video, audio, smallAudio] = names.map((name) => join(run.folder, name)) as [string, string, string];
  await transcodeClip(run, info, { video, audio, smallAudio }, (done) => run.onProgress(100 * done));
  for (const name of info.hasAudio ? names : names.slice(0, 1)) await run.put(name, join(run.folder, name));
  // The length of what is played, not of what was uploaded.
  const { duration } = await probeClip({ ...run, file: video });
  return { row: { ...info, duration }, texts: [] };
}
