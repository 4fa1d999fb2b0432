import { DomainError, notFound } from '@lectern/kernel';
import type { StoredFile } from '@lectern/storage';
import type { Request, Response } from 'express';
import { pipeline } from 'node:stream/promises';

interface FileOptions {
  type: string;
  /** Seconds that caches may keep it. */
  maxAge: number;
  private: boolean;
}

/** Sends a stored file, whole or the byte range asked for (RFC 9110 §14: one range; several are answered whole). */
export async function sendFile(
  request: Request,
  response: Response,
  file: StoredFile | null,
  options: FileOptions,
): Promise<void> {
  if (!file) throw notFound('This file');
  const etag = `"${file.size.toString(36)}-${file.modifiedAt.getTime().toString(36)}"`;
  response.set({
    'Content-Type': options.type,
    'Accept-Ranges': 'bytes',
    ETag: etag,
    'Last-Modified': file.modifiedAt.toUTCString(),
    'Cache-Control': `${options.private ? 'private' : 'public'}, max-age=${options.maxAge}`,
  });
  if (request.headers['if-none-match'] === etag) return void response.status(304).end();
  const range = request.headers['if-range'] && request.headers['if-range'] !== etag ? undefined : request.headers.range;
  const part = parseRange(range, file.size);
  if (part === 'unsatisfiable') {
    response.set('Content-Range', `bytes */${file.size}`);
    return void response.status(416).end();
  }
  if (part) response.status(206).set('Content-Range', `bytes ${part.start}-${part.end}/${file.size}`);
  response.set('Content-Length', String(part ? part.end - part.start + 1 : file.size));
  if (request.method === 'HEAD') return void response.end();
  await stream(file, part, response);
}

async function stream(file: StoredFile, part: Range | undefined, response: Response): Promise<void> {
  try {
    await pipeline(file.read(part), response);
  } catch (error) {
    // A viewer who seeks or leaves closes the connection: nothing is wrong.
    if ((error as NodeJS.ErrnoException).code === 'ERR_STREAM_PREMATURE_CLOSE') return;
    throw new DomainError('INTERNAL', 'The file could not be read.', { cause: error });
  }
}

interface Range {
  start: number;
  end: number;
}

export function parseRange(header: string | undefined, size: number): Range | 'unsatisfiable' | undefined {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || (match[1] === '' && match[2] === '')) return undefined;
  const suffix = match[1] === '';
  const start = suffix ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = suffix || match[2] === '' ? size - 1 : Math.min(size - 1, Number(match[2]));
  return start >= size || start > end ? 'unsatisfiable' : { start, end };
}
