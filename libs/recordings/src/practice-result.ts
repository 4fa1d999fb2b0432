import type { PracticeResult } from '@lectern/contracts';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileHeader } from './capture/rtpdump';
import { TrackInfo } from './capture/track-info';

const order = ['microphone', 'interpretation', 'camera', 'screen', 'screen-audio'] as const;
const MOST = 100;

/** Whose tracks have packets in this folder; by name, sound first. */
export async function readPractice(folder: string): Promise<PracticeResult['tracks']> {
  const tracks = join(folder, 'tracks');
  const names = await readdir(tracks).catch((error: NodeJS.ErrnoException) => {
    // Nobody sent anything.
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const infos = names.filter((name) => name.endsWith('.json')).slice(0, MOST);
  const read = await Promise.all(infos.map((name) => readTrack(tracks, name)));
  return read
    .filter((track) => track !== null)
    .sort((a, b) => a.displayName.localeCompare(b.displayName) || order.indexOf(a.source) - order.indexOf(b.source));
}

async function readTrack(folder: string, name: string): Promise<PracticeResult['tracks'][number] | null> {
  const { displayName, source } = TrackInfo.parse(JSON.parse(await readFile(join(folder, name), 'utf8')));
  const { size } = await stat(join(folder, name.replace(/\.json$/, '.rtpdump')));
  return size > EMPTY ? { displayName, source } : null;
}

/** A file without a packet. */
const EMPTY = fileHeader(0, 65_535).length;
