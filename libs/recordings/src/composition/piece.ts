import { createHash } from 'node:crypto';
import { access, rename } from 'node:fs/promises';
import { runFfmpeg } from './ffmpeg';

/** How ffmpeg is run for a piece. */
export interface PieceRun {
  ffmpegPath?: string;
  signal?: AbortSignal;
}

/**
 * Makes a file on the way, named after a hash of its recipe, unless an earlier run has made the very same. It gets its
 * name only when it is whole.
 *
 * @returns its path
 */
export async function piece(
  { ffmpegPath, signal }: PieceRun,
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
export function temporaryName(file: string): string {
  return file.replace(/(\.[a-z0-9]+)$/, `.${process.pid}.tmp$1`);
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
