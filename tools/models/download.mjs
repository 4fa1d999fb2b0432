import { createWriteStream, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { Problem } from './problem.mjs';

const TRIES = 5;
const sizeOf = (file) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/**
 * Downloads to a file, going on where an earlier download of the same content was cut off: the server's own mark of
 * the content (ETag) is kept beside the file. A lost line is taken up again a few times.
 */
export async function download(url, file, { onProgress = () => {}, pause = 1000 } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await part(url, file, onProgress);
    } catch (error) {
      if (error instanceof Problem || attempt === TRIES)
        throw error instanceof Problem ? error : new Problem(`${url} cannot be downloaded: ${reasonOf(error)}.`);
      await delay(pause * attempt);
    }
  }
}

async function part(url, file, onProgress) {
  const mark = `${file}.etag`;
  const have = existsSync(mark) ? sizeOf(file) : 0;
  const headers = have > 0 ? { range: `bytes=${have}-`, 'if-range': readFileSync(mark, 'utf8') } : {};
  const response = await fetch(url, { headers, redirect: 'follow' });
  if (response.status === 416) return restart(file, mark);
  if (!response.ok && response.status < 500) throw new Problem(`${url} answers ${response.status}.`);
  if (!response.ok) throw new Error(`the server answers ${response.status}`);
  const resumed = response.status === 206;
  const start = resumed ? have : 0;
  const total = start + Number(response.headers.get('content-length') ?? NaN);
  const etag = response.headers.get('etag');
  // A weak mark does not promise the same bytes.
  if (etag && !etag.startsWith('W/')) writeFileSync(mark, etag);
  else rmSync(mark, { force: true });
  let done = start;
  const count = new Transform({
    transform(chunk, _encoding, next) {
      done += chunk.length;
      onProgress(done, total);
      next(null, chunk);
    },
  });
  await pipeline(Readable.fromWeb(response.body), count, createWriteStream(file, { flags: resumed ? 'a' : 'w' }));
  if (Number.isFinite(total) && done !== total) throw new Error('the connection was cut');
  rmSync(mark, { force: true });
}

/** The server has no more than we have, or other content: from the start. */
function restart(file, mark) {
  rmSync(file, { force: true });
  rmSync(mark, { force: true });
  throw new Error('the server has another file by now');
}

const reasonOf = (error) => error.cause?.code ?? error.cause?.message ?? error.message;
