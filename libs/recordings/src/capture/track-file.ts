import { mkdir, open, rename, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHeader } from './rtpdump';
import type { TrackInfo } from './track-info';

/** A track's two files in the `tracks` folder of a recording. */
export function trackPaths(dir: string, trackId: string): { dump: string; info: string } {
  return { dump: join(dir, 'tracks', `${trackId}.rtpdump`), info: join(dir, 'tracks', `${trackId}.json`) };
}

/**
 * Makes the file for a track's packets and sees that it survives a crash. Fails when the track exists: a file is
 * written once, by one process, and a source that comes back gets a new one.
 */
export async function createDump(dir: string, trackId: string, startedAt: number, port: number): Promise<FileHandle> {
  await mkdir(join(dir, 'tracks'), { recursive: true });
  const dump = await open(trackPaths(dir, trackId).dump, 'ax');
  try {
    await dump.appendFile(fileHeader(startedAt, port));
    await dump.datasync();
    return dump;
  } catch (error) {
    await dump.close();
    throw error;
  }
}

/** Writes what is known of a track beside its packets; without it they cannot be read. */
export async function writeTrackInfo(dir: string, info: TrackInfo): Promise<void> {
  await writeDurably(trackPaths(dir, info.trackId).info, JSON.stringify(info, null, 2));
}

async function writeDurably(path: string, content: string): Promise<void> {
  const file = await open(`${path}.tmp`, 'w');
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(`${path}.tmp`, path);
}
