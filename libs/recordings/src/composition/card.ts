import { access, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFfmpeg } from './ffmpeg';
import { HEIGHT, WIDTH } from './layout';

export interface CardOptions {
  /** Written on it where a font is found that has the letters. */
  title?: string;
  ffmpegPath?: string;
  signal?: AbortSignal;
}

const fonts = [
  '/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf',
  '/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf',
  '/usr/share/fonts/truetype/liberation/LiberationSans-Regular.ttf',
  '/usr/share/fonts/dejavu-sans-fonts/DejaVuSans.ttf',
  '/usr/share/fonts/TTF/DejaVuSans.ttf',
];

/** Latin, Greek and Cyrillic, which all of the fonts have; in other scripts an empty card is better than boxes. */
const writable = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]+$/u;
const LINE_LETTERS = 42;
const MAX_LINES = 4;

/** Makes the image for moments without any picture: calm, with the title if it can be written. Returns its path. */
export async function makeCard(dir: string, { title, ...options }: CardOptions): Promise<string> {
  const output = join(dir, 'card.png');
  const text = title && writable.test(title) ? await titleFilter(dir, title) : null;
  const attempts = [text && [gradient, text], [gradient], [plain]].filter((attempt) => attempt !== null);
  for (const [i, [source, ...filters]] of attempts.entries()) {
    const filter = filters.length > 0 ? ['-vf', filters.join()] : [];
    const args = ['-f', 'lavfi', '-i', source!, ...filter, '-frames:v', '1', '-update', '1', output];
    try {
      await runFfmpeg({ args, ...options });
      return output;
    } catch (error) {
      // An ffmpeg without drawtext or gradients still has colours.
      if (i === attempts.length - 1 || options.signal?.aborted) throw error;
    }
  }
  return output;
}

const gradient = `gradients=s=${WIDTH}x${HEIGHT}:c0=0x24415f:c1=0x10151c:x0=0:y0=0:x1=${WIDTH}:y1=${HEIGHT}:n=2:speed=0.00001`;
const plain = `color=c=0x18283a:s=${WIDTH}x${HEIGHT}`;

async function titleFilter(dir: string, title: string): Promise<string | null> {
  const font = await firstFont();
  if (font === null) return null;
  // From a file, so that no letter of the title can mean anything to ffmpeg.
  const file = join(dir, 'card.txt');
  await writeFile(file, wrap(title).join('\n'));
  const place = 'x=(w-text_w)/2:y=(h-text_h)/2';
  return `drawtext=fontfile=${font}:textfile=${quoted(file)}:expansion=none:fontcolor=0xe8eef4:fontsize=44:line_spacing=14:${place}`;
}

async function firstFont(): Promise<string | null> {
  for (const font of fonts) {
    if (
      await access(font).then(
        () => true,
        () => false,
      )
    )
      return font;
  }
  return null;
}

/** Lines of a bearable length. */
export function wrap(title: string): string[] {
  const lines: string[] = [''];
  for (const word of title.split(/\s+/)) {
    const line = lines.at(-1)!;
    if (line !== '' && line.length + word.length >= LINE_LETTERS) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.slice(0, MAX_LINES);
}

/** Escaped for a filter's option and for the graph around it (ffmpeg-filters, "Notes on filtergraph escaping"). */
function quoted(path: string): string {
  return path.replace(/[\\':]/g, '\\$&').replace(/[\\'[\],;]/g, '\\$&');
}
