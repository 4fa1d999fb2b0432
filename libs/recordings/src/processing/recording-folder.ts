import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { trackPaths } from '../capture/track-file';
import { TrackInfo } from '../capture/track-info';

/** Names in the `out` folder. */
export const outputs = {
  video: 'video.mp4',
  poster: 'poster.jpg',
  transcript: 'transcript.json',
  captions: (language: string) => `captions.${language.toLowerCase()}.vtt`,
} as const;

/** Where a recording's files lie. */
export class RecordingFolder {
  readonly work: string;
  readonly out: string;

  constructor(readonly dir: string) {
    this.work = join(dir, 'work');
    this.out = join(dir, 'out');
  }

  async prepare(): Promise<void> {
    await mkdir(this.work, { recursive: true });
    await mkdir(this.out, { recursive: true });
  }

  /** The tracks that have both their files, in order of their beginning. */
  async tracks(): Promise<TrackInfo[]> {
    const names = await readdir(join(this.dir, 'tracks')).catch((): string[] => []);
    const ids = names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));
    const complete = ids.filter((id) => names.includes(`${id}.rtpdump`));
    const infos = await Promise.all(complete.map((id) => this.#trackInfo(id)));
    return infos.filter((info) => info !== null).sort((a, b) => a.startedAt - b.startedAt);
  }

  /** Puts a file into `out` in one step. */
  async put(name: string, content: string): Promise<void> {
    const temporary = join(this.work, `${name}.${process.pid}.tmp`);
    await writeFile(temporary, content);
    await rename(temporary, join(this.out, name));
  }

  /** Removes from `out` what an earlier run has made under names that this one may not use. */
  async drop(names: RegExp): Promise<void> {
    for (const name of await readdir(this.out)) if (names.test(name)) await rm(join(this.out, name), { force: true });
  }

  /** Removes what was made on the way. */
  async tidy(): Promise<void> {
    await rm(this.work, { recursive: true, force: true });
  }

  async #trackInfo(id: string): Promise<TrackInfo | null> {
    const text = await readFile(trackPaths(this.dir, id).info, 'utf8');
    const info = TrackInfo.safeParse(parse(text)).data;
    return info?.trackId === id ? info : null;
  }
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
