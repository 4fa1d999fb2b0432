import { copyFile, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spotColours } from '../../testing/pixels';
import { probe, run } from '../../testing/run';
import { compose } from '../composition/compose';
import { planScenes } from '../composition/scene-plan';
import type { PresentedState } from '../timeline/timeline-event';
import { type ShownPiece, shownTracks } from './shown';
import { readShown } from './shown-media';

jest.setTimeout(180_000);

const isRed = ([r, g, b]: number[]) => r! > 180 && g! < 80 && b! < 80;
const isGreen = ([r, g, b]: number[]) => r! < 80 && g! > 90 && b! < 80;
const isBlue = ([r, g, b]: number[]) => r! < 80 && g! < 80 && b! > 180;

/** Two pages, red and green; a clip that is blue for two seconds and then red, with a tone from the second one on. */
describe('slides and a video in a recording', () => {
  let library: string;
  let work: string;
  beforeAll(async () => {
    library = await mkdtemp(join(tmpdir(), 'lectern-'));
    work = await mkdtemp(join(tmpdir(), "lectern it's "));
    const lavfi = (source: string) => ['-f', 'lavfi', '-i', source];
    const page = (colour: string, name: string) =>
      run('ffmpeg', [...lavfi(`color=${colour}:s=960x540`), '-frames:v', '1', join(library, name)]);
    await page('red', 'deck-page-1.webp');
    await page('green', 'deck-page-2.webp');
    const picture = lavfi('color=blue:s=640x360:r=30:d=2[a];color=red:s=640x360:r=30:d=2[b];[a][b]concat');
    const sound = lavfi("aevalsrc='if(gt(t,1),0.3*sin(2*PI*440*t),0)':s=48000:d=4");
    await run('ffmpeg', [
      ...picture,
      ...sound,
      '-c:v',
      'libx264',
      '-c:a',
      'aac',
      '-g',
      '30',
      join(library, 'film-clip.mp4'),
    ]);
    await run('ffmpeg', [...sound, '-c:a', 'aac', join(library, 'film-clip.m4a')]);
  });

  const fetch = async (materialId: string, name: string, folder: string) => {
    if (materialId === 'gone') return null;
    await copyFile(join(library, `${materialId}-${name}`), join(folder, `${materialId}-${name}`));
    return join(folder, `${materialId}-${name}`);
  };
  const page = (number: number): PresentedState => ({ kind: 'deck', materialId: 'deck', page: number });
  const clip = (playing: boolean, position: number): PresentedState => ({
    ...{ kind: 'clip', materialId: 'film', playing, position },
    ...{ hasVideo: true, hasAudio: true },
  });
  const piece = (start: number, end: number, shown: PresentedState): ShownPiece => ({
    start: start * 1000,
    end: end * 1000,
    shown,
  });

  it('are where they were in the room, with the sound of the video at its time', async () => {
    const pieces = [
      piece(0, 2, page(1)),
      piece(2, 4, page(2)),
      piece(4, 7, clip(true, 0)), // blue until 6, then red
      piece(7, 9, clip(false, 1)), // stands: blue
      piece(9, 11, clip(true, 2)), // red
      piece(11, 13, page(2)),
    ];
    const media = await readShown({ pieces, fetch, work });
    expect(media.notices).toEqual([]);
    const tracks = shownTracks(pieces, new Set(media.video.map(({ trackId }) => trackId)));
    const scenes = planScenes({ durationMs: 13_000, tracks, speakers: [] });
    const output = join(work, 'video.mp4');
    // In pieces that cut through pages and through the playing video.
    await compose({
      work,
      output,
      scenes,
      video: media.video,
      audio: media.audio,
      channels: [],
      durationMs: 13_000,
      chunkMs: 5000,
    });
    const colours = spotColours(output, 640, 360);
    const span = (from: number, to: number) => colours.slice(from * 25 + 3, to * 25 - 3);
    expect(colours).toHaveLength(13 * 25);
    expect(span(0, 2).every(isRed)).toBe(true);
    expect(span(2, 4).every(isGreen)).toBe(true);
    expect(span(4, 6).every(isBlue)).toBe(true);
    expect(span(6, 7).every(isRed)).toBe(true);
    expect(span(7, 9).every(isBlue)).toBe(true);
    expect(span(9, 11).every(isRed)).toBe(true);
    expect(span(11, 13).every(isGreen)).toBe(true);
    expect((await probe(output)).streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
    expect(await loudSeconds(output)).toEqual([5, 6, 9, 10]);
  });

  it('are left out when they are there no more, and it is said', async () => {
    const pieces = [piece(0, 2, { kind: 'deck', materialId: 'gone', page: 1 })];
    const media = await readShown({ pieces, fetch, work });
    expect(media.video).toEqual([]);
    expect(media.notices).toEqual([expect.stringContaining('there no more')]);
  });
});

/** Whole seconds of a file in which there is sound all through. */
async function loudSeconds(file: string): Promise<number[]> {
  const { stderr } = await run('ffmpeg', ['-i', file, '-af', 'silencedetect=noise=-40dB:d=0.3', '-f', 'null', '-']);
  const times = (name: string) =>
    [...stderr.matchAll(new RegExp(`silence_${name}: ([\\d.]+)`, 'g'))].map(([, at]) => Number(at));
  const [starts, ends] = [times('start'), times('end')];
  const silent = starts.map((start, i) => [start, ends[i] ?? Infinity] as const);
  return Array.from({ length: 13 }, (_, second) => second).filter(
    (second) => !silent.some(([start, end]) => start < second + 0.8 && end > second + 0.2),
  );
}
