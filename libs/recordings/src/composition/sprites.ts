import { resourceFiles } from '@lectern/contracts';
import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runFfmpeg } from './ffmpeg';

/** A small picture of the seek bar's preview, in pixels. */
const TILE = { width: 160, height: 90 };
/** Pictures in a row, and rows of a sheet: a sheet has some 50 kB, so that who hovers once does not pay for all. */
const SIDE = 5;
const PER_SHEET = SIDE * SIDE;
/** However long a recording is, it has no more: 16 sheets. */
const MOST_TILES = 400;
/** The composed video's key frames are as far apart; only these are decoded. */
const KEY_FRAMES = 2;

/** How many small pictures there are, and how many seconds each stands for. */
export interface SpritePlan {
  every: number;
  tiles: number;
  sheets: number;
}

/** A picture every two seconds of a short recording, and of a long one as often as their number allows. */
export function planSprites(seconds: number): SpritePlan {
  const every = Math.max(KEY_FRAMES, Math.ceil(seconds / MOST_TILES));
  // Within the last two seconds there may be no key frame.
  const tiles = Math.min(MOST_TILES, Math.max(1, Math.ceil((seconds - KEY_FRAMES) / every)));
  return { every, tiles, sheets: Math.ceil(tiles / PER_SHEET) };
}

/** The thumbnails track as players read it: WebVTT whose cues name a part of a sheet (a media fragment, `#xywh=`). */
export function thumbnailsTrack({ every, tiles }: SpritePlan, seconds: number): string {
  const cues = Array.from({ length: tiles }, (_, i) => {
    const end = i === tiles - 1 ? Math.max(seconds, (i + 1) * every) : (i + 1) * every;
    const place = i % PER_SHEET;
    const [x, y] = [(place % SIDE) * TILE.width, Math.floor(place / SIDE) * TILE.height];
    const sheet = resourceFiles.sprites(Math.floor(i / PER_SHEET));
    return `${timestamp(i * every)} --> ${timestamp(end)}\n${sheet}#xywh=${x},${y},${TILE.width},${TILE.height}`;
  });
  return ['WEBVTT', ...cues].join('\n\n') + '\n';
}

const timestamp = (seconds: number) => new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23);

/** What is made, and how. */
export interface SpriteRun {
  /** The composed MP4. */
  video: string;
  seconds: number;
  /** Folder for the sheets and the track. */
  out: string;
  ffmpegPath?: string;
  signal?: AbortSignal;
  /** Seconds done so far. */
  onProgress?: (seconds: number) => void;
}

/** Makes the sheets and, last, the track that names them. @returns the names of all these files */
export async function makeSprites(run: SpriteRun): Promise<string[]> {
  const plan = planSprites(run.seconds);
  const temporary = (name: string) => join(run.out, `${process.pid}.tmp.${name}`);
  await runFfmpeg({ ...run, args: spriteArgs(run.video, plan, temporary('sheet-%d.jpg')) });
  const sheets = Array.from({ length: plan.sheets }, (_, i) => resourceFiles.sprites(i));
  for (const [i, name] of sheets.entries()) await rename(temporary(`sheet-${i}.jpg`), join(run.out, name));
  await removeOthers(run.out, sheets);
  const track = temporary('thumbnails.vtt');
  await writeFile(track, thumbnailsTrack(plan, run.seconds));
  await rename(track, join(run.out, resourceFiles.thumbnails));
  return [...sheets, resourceFiles.thumbnails];
}

/** The nth picture is the first key frame at or after its time, so that nothing adds up over hours. */
function spriteArgs(video: string, { every, tiles }: SpritePlan, output: string): string[] {
  const { width, height } = TILE;
  const scale = `scale=${width}:${height}:force_original_aspect_ratio=decrease,pad=${width}:${height}:-1:-1`;
  const filter = `select=gte(t\\,${every}*selected_n),select=lt(n\\,${tiles}),${scale},tile=${SIDE}x${SIDE}`;
  const read = ['-skip_frame', 'nokey', '-i', video, '-an', '-vf', filter];
  return [...read, '-fps_mode', 'passthrough', '-start_number', '0', '-q:v', '5', output];
}

/** A run before this one may have made more. */
async function removeOthers(out: string, sheets: string[]): Promise<void> {
  const old = (await readdir(out)).filter((name) => /^sprites-\d+\.jpg$/.test(name) && !sheets.includes(name));
  await Promise.all(old.map((name) => rm(join(out, name), { force: true })));
}
