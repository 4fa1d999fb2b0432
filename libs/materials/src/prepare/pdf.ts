import { MOST_PAGES } from '@lectern/contracts';
import { DomainError } from '@lectern/kernel';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Limits, ProgramFailure, runLimited } from './limited';

export interface PdfRun {
  /** The PDF. */
  file: string;
  /** A folder for what is made on the way. */
  folder: string;
  signal?: AbortSignal;
  /** Seconds of processor time for each program that reads it. */
  pageSeconds?: number;
}

const MB = 1024 * 1024;
const limitsOf = ({ pageSeconds = 20 }: PdfRun): Limits => ({
  ...{ memory: 1_500 * MB, fileSize: 64 * MB },
  ...{ cpuSeconds: pageSeconds, seconds: 3 * pageSeconds },
});
/** Pixels of the longer side: a wide slide is 1920 × 1080. */
const LONG_SIDE = 1920;
const MOST_TEXT = 5_000;

const refused = (message: string) => new DomainError('TYPE_UNSUPPORTED', message);

/** How many pages a PDF has. @throws DomainError TYPE_UNSUPPORTED in words for the presenter */
export async function countPages(run: PdfRun): Promise<number> {
  const info = await reading('This PDF cannot be read: it is damaged, or not a PDF.', () =>
    runPdf('pdfinfo', [run.file], run),
  );
  const pages = Number(/^Pages:\s+(\d+)/m.exec(info)?.[1] ?? 0);
  if (pages === 0) throw refused('This PDF has no pages.');
  if (pages > MOST_PAGES) throw refused(`This PDF has ${pages} pages: at most ${MOST_PAGES} can be shown.`);
  return pages;
}

/** Draws a page into a PPM. @returns its path. @throws DomainError TYPE_UNSUPPORTED */
export async function drawPage(page: number, run: PdfRun): Promise<string> {
  const { file, folder } = run;
  const output = join(folder, 'page.ppm');
  const args = [
    '-f',
    `${page}`,
    '-l',
    `${page}`,
    '-singlefile',
    '-scale-to',
    `${LONG_SIDE}`,
    file,
    join(folder, 'page'),
  ];
  const words = `Page ${page} cannot be drawn: it is damaged or too complex. Export the slides anew, or without that page.`;
  await reading(words, async () => {
    await runPdf('pdftoppm', args, run);
    await access(output);
  });
  return output;
}

/** The words of each page; slides that are pictures have none. */
export async function readTexts(pages: number, run: PdfRun): Promise<string[]> {
  const output = join(run.folder, 'text.txt');
  const args = ['-enc', 'UTF-8', '-q', run.file, output];
  try {
    await runPdf('pdftotext', args, run);
  } catch (error) {
    if (error instanceof ProgramFailure) return Array<string>(pages).fill('');
    throw error;
  }
  const texts = (await readFile(output, 'utf8')).split('\f');
  return Array.from({ length: pages }, (_, i) => tidy(texts[i] ?? ''));
}

/** One space between words, no control characters (PostgreSQL takes no zeros), and an end. */
function tidy(text: string): string {
  const clean = text
    .replace(/[^\S\n]+/g, ' ')
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, '')
    .replace(/ *\n\s*/g, '\n')
    .trim();
  // Through bytes and back: no half of a pair of surrogates is left at the cut.
  return Buffer.from(clean.slice(0, MOST_TEXT)).toString();
}

const runPdf = (program: string, args: string[], run: PdfRun): Promise<string> =>
  runLimited({ program, args, cwd: run.folder, limits: limitsOf(run), signal: run.signal });

async function reading<T>(words: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof ProgramFailure && /password/i.test(error.words))
      throw refused('This PDF is protected by a password: save it without one, then upload that.');
    if (error instanceof ProgramFailure || (error as NodeJS.ErrnoException).code === 'ENOENT') throw refused(words);
    throw error;
  }
}
