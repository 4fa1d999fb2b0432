import { DomainError } from '@lectern/kernel';
import { type FileHandle, mkdir, open, readdir, rm, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

/** What the database and running recordings need to go on. */
const KEEP_FREE = 512 * 1024 * 1024;

/** Part files, on a disk that server and worker share. A file's size is how much of it has arrived. */
export class UploadFiles {
  constructor(private readonly root: string) {}

  path(id: string): string {
    return join(this.root, id);
  }

  async create(id: string): Promise<void> {
    await mkdir(this.root, { recursive: true });
    await (await open(this.path(id), 'wx')).close();
  }

  /** @returns null when there is no such file */
  async size(id: string): Promise<number | null> {
    const info = await stat(this.path(id)).catch(() => null);
    return info?.size ?? null;
  }

  /**
   * Writes what comes, from `offset` to at most `limit`, and syncs it. What has come before the line was cut is kept.
   * @returns the new size. @throws DomainError STORAGE_FULL, LIMIT_EXCEEDED
   */
  async append(id: string, source: Readable, offset: number, limit: number): Promise<number> {
    const file = await open(this.path(id), 'r+');
    try {
      const end = await copy(source, file, offset, limit);
      await file.datasync();
      return end;
    } catch (error) {
      throw isFull(error) ? full() : error;
    } finally {
      await file.close();
    }
  }

  async head(id: string, bytes: number): Promise<Buffer> {
    const file = await open(this.path(id), 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  }

  async remove(id: string): Promise<void> {
    await rm(this.path(id), { force: true, recursive: true });
  }

  /** @throws DomainError STORAGE_FULL when the disk has no room for so many bytes more */
  async requireRoom(bytes: number): Promise<void> {
    await mkdir(this.root, { recursive: true });
    const { bavail, bsize } = await statfs(this.root);
    if (bavail * bsize < bytes + KEEP_FREE) throw full();
  }

  /** Files that nobody has touched since `before` (epoch ms). */
  async untouched(before: number): Promise<string[]> {
    const names = await readdir(this.root).catch((): string[] => []);
    const old = await Promise.all(
      names.map(async (name) => ((await stat(this.path(name)).catch(() => null))?.mtimeMs ?? Infinity) < before),
    );
    return names.filter((_, i) => old[i]);
  }
}

const full = () =>
  new DomainError(
    'STORAGE_FULL',
    "The server's disk is full: nothing can be uploaded now. Ask its operator to make room, then go on.",
  );

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException | null)?.code ?? '');

async function copy(source: Readable, file: FileHandle, offset: number, limit: number): Promise<number> {
  let end = offset;
  for await (const chunk of received(source)) {
    if (end + chunk.length > limit)
      throw new DomainError('LIMIT_EXCEEDED', 'More bytes came than the upload was said to have.');
    for (let done = 0; done < chunk.length;)
      done += (await file.write(chunk, done, chunk.length - done, end + done)).bytesWritten;
    end += chunk.length;
  }
  return end;
}

/** What comes until the end, or until the line is cut. */
async function* received(source: Readable): AsyncGenerator<Buffer> {
  try {
    for await (const chunk of source) yield chunk as Buffer;
  } catch (error) {
    if (!source.destroyed) throw error;
  }
}
