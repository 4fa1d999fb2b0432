import { materialFiles } from '@lectern/contracts';
import { access, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { runFfmpeg } from '../composition/ffmpeg';
import type { VideoInput } from '../composition/video-graph';
import { hasPicture, hasSound, pictureFile, pictureId, type ShownPiece } from './shown';

/** Brings a file of a material into `folder`. @returns its path, or null when it is there no more */
export type FetchMaterial = (materialId: string, name: string, folder: string) => Promise<string | null>;

export interface ShownMediaOptions {
  pieces: ShownPiece[];
  fetch: FetchMaterial;
  /** Folder for what is made on the way. */
  work: string;
  ffmpegPath?: string;
  signal?: AbortSignal;
}

/** What the video is made of, beside the tracks. */
export interface ShownMedia {
  video: VideoInput[];
  /** Files of sound, in the recording's own time. */
  audio: string[];
  /** Sentences about what is missing. */
  notices: string[];
}

/** Fetches the slides and videos that were shown, and cuts the sound of videos into the recording's time. */
export async function readShown(options: ShownMediaOptions): Promise<ShownMedia> {
  const media: ShownMedia = { video: [], audio: [], notices: [] };
  const files = new Map<string, Promise<string | null>>();
  const fetch = (piece: ShownPiece, name: string): Promise<string | null> => {
    const key = `${piece.shown.materialId}/${name}`;
    const file = files.get(key) ?? options.fetch(piece.shown.materialId, name, options.work);
    files.set(key, file);
    return file;
  };
  for (const [i, piece] of options.pieces.entries()) {
    options.signal?.throwIfAborted();
    const trackId = pictureId(piece, i);
    const file = await fetch(piece, pictureFile(piece));
    if (file === null) media.notices = ['Slides or a video that were shown are there no more, and are left out.'];
    else if (hasPicture(piece) && !media.video.some((input) => input.trackId === trackId))
      media.video.push(await pictureOf(piece, trackId, file, options));
    if (!hasSound(piece)) continue;
    const sound = await fetch(piece, materialFiles.audio);
    if (sound !== null) media.audio.push(await cutSound(piece, i, sound, options));
  }
  return media;
}

/** A page as it is, a playing video shifted to its place, a standing one as the picture at which it stands. */
async function pictureOf(
  { shown, start }: ShownPiece,
  trackId: string,
  file: string,
  options: ShownMediaOptions,
): Promise<VideoInput> {
  if (shown.kind === 'deck') return { trackId, file, firstMs: 0, still: true };
  if (shown.playing) return { trackId, file, firstMs: 0, shiftMs: Math.round(shown.position * 1000 - start) };
  const output = join(options.work, `still-${trackId.replaceAll(':', '-')}.png`);
  // The last picture, when it stands at its end: so a little before the place is looked for, too.
  const from = Math.max(0, shown.position - 0.5).toFixed(3);
  const until = (shown.position - Number(from) + 0.02).toFixed(3);
  const args = ['-ss', from, '-i', file, '-t', until, '-update', '1'];
  return { trackId, file: await made(output, args, options), firstMs: 0, still: true };
}

/** The sound of a stretch, at the time when it was played. */
function cutSound({ shown, start, end }: ShownPiece, index: number, file: string, options: ShownMediaOptions) {
  const from = shown.kind === 'clip' ? shown.position : 0;
  const cut = ['-ss', from.toFixed(3), '-t', ((end - start) / 1000).toFixed(3), '-i', file, '-vn', '-c:a', 'flac'];
  const output = join(options.work, `shown-${index}.mka`);
  return made(output, [...cut, '-output_ts_offset', (start / 1000).toFixed(3)], options);
}

/** Made once: a run after a crash finds it. */
async function made(output: string, args: string[], { ffmpegPath, signal }: ShownMediaOptions): Promise<string> {
  const there = await access(output).then(
    () => true,
    () => false,
  );
  if (there) return output;
  const temporary = output.replace(/(\.\w+)$/, `.${process.pid}.tmp$1`);
  await runFfmpeg({ ffmpegPath, signal, args: [...args, temporary] });
  await rename(temporary, output);
  return output;
}
