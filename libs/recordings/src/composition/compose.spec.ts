import { mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vp8Frames } from '../../testing/ivf';
import { spotColours } from '../../testing/pixels';
import { decodeErrors, probe, run } from '../../testing/run';
import { MatroskaWriter } from '../tracks/matroska-writer';
import { compose, type ComposeOptions } from './compose';
import { runFfmpeg } from './ffmpeg';
import type { Scene } from './scene';
import { videoArgs } from './video-graph';

const colour = (name: string, size: string, seconds: number) => [
  '-f',
  'lavfi',
  '-i',
  `color=${name}:s=${size}:r=25:d=${seconds}`,
];
const isRed = ([r, g, b]: number[]) => r! > 180 && g! < 80 && b! < 80;
const isBlue = ([r, g, b]: number[]) => r! < 80 && g! < 80 && b! > 180;

/** A VP8 track of 25 pictures a second, whose key frames are the first ones of the parts. */
async function track(dir: string, parts: Buffer[][], firstMs = 0): Promise<string> {
  const file = join(dir, `${parts.length}-${firstMs}.mkv`);
  const writer = await MatroskaWriter.create(file, { codecId: 'V_VP8', video: { width: 320, height: 240 } });
  for (const [i, frame] of parts.flat().entries()) await writer.write(frame, firstMs + i * 40, (frame[0]! & 1) === 0);
  await writer.close();
  return file;
}

describe('composition', () => {
  let dir: string;
  let red: Buffer[];
  let blueWide: Buffer[];
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'lectern-'));
    red = await vp8Frames(colour('red', '320x240', 2), join(dir, 'red.ivf'));
    blueWide = await vp8Frames(colour('blue', '640x360', 2), join(dir, 'blue.ivf'));
  }, 60_000);

  it('follows a track that changes its size', async () => {
    const file = await track(dir, [red, blueWide]);
    const scenes: Scene[] = [{ start: 0, end: 4000, main: 'a', side: [] }];
    const output = join(dir, 'size.mp4');
    const input = { trackId: 'a', file, firstMs: 0 };
    await runFfmpeg({ args: videoArgs({ start: 0, end: 4000, scenes }, [input], '', output) });
    const middle = spotColours(output, 640, 360);
    expect(middle).toHaveLength(100);
    expect(middle.slice(0, 49).every(isRed)).toBe(true);
    expect(middle.slice(51).every(isBlue)).toBe(true);
    // 4:3 leaves bars at the sides, 16:9 does not.
    const side = spotColours(output, 40, 360);
    expect(side.slice(0, 49).some(isRed)).toBe(false);
    expect(side.slice(51).every(isBlue)).toBe(true);
  }, 60_000);

  it('begins a chunk in the midst of pictures that refer to each other, and keeps their time', async () => {
    const both = ['-f', 'lavfi', '-i', 'color=red:s=320x240:r=25:d=3[a];color=blue:s=320x240:r=25:d=3[b];[a][b]concat'];
    const frames = await vp8Frames(both, join(dir, 'both.ivf'));
    const input = { trackId: 'a', file: await track(dir, [frames], 1000), firstMs: 1000 };
    const chunk = { start: 3000, end: 5000, scenes: [{ start: 3000, end: 5000, main: 'a', side: [] }] };
    const output = join(dir, 'chunk.mp4');
    await runFfmpeg({ args: videoArgs(chunk, [input], '', output) });
    const colours = spotColours(output, 640, 360);
    expect(colours.slice(0, 24).every(isRed)).toBe(true);
    expect(colours.slice(26).every(isBlue)).toBe(true);
  }, 60_000);

  it('goes on showing a picture that was sent long before the chunk', async () => {
    const file = await track(dir, [red.slice(0, 1)], 500);
    const chunk = { start: 120_000, end: 121_000, scenes: [{ start: 120_000, end: 121_000, main: 'a', side: [] }] };
    const output = join(dir, 'still.mp4');
    await runFfmpeg({ args: videoArgs(chunk, [{ trackId: 'a', file, firstMs: 500 }], '', output) });
    const colours = spotColours(output, 640, 360);
    expect(colours).toHaveLength(25);
    expect(colours.every(isRed)).toBe(true);
  }, 60_000);

  it('joins chunks without a seam, with sound at −16 LUFS, and makes nothing twice', async () => {
    const work = await mkdtemp(join(tmpdir(), "lectern it's "));
    const tone = join(work, 'tone.mkv');
    await run('ffmpeg', [
      '-v',
      'error',
      '-f',
      'lavfi',
      '-i',
      'sine=f=300:d=8',
      '-af',
      'volume=0.2',
      '-c:a',
      'libopus',
      tone,
    ]);
    const file = await track(work, [blueWide], 6000);
    const scenes: Scene[] = [
      { start: 0, end: 6000, main: null, side: [] },
      { start: 6000, end: 8000, main: 'a', side: [] },
      { start: 8000, end: 9000, main: null, side: [] },
    ];
    const seen: number[] = [];
    const options: ComposeOptions = {
      ...{
        work,
        output: join(work, 'video.mp4'),
        scenes,
        audio: [tone],
        channels: [],
        durationMs: 8990,
        chunkMs: 6000,
      },
      video: [{ trackId: 'a', file, firstMs: 6000 }],
      onProgress: (done) => seen.push(done),
    };
    await compose(options);
    const { streams, format } = await probe(options.output);
    expect(streams.map((stream) => stream.codec_name)).toEqual(['h264', 'aac']);
    expect(streams[0]!.nb_read_frames).toBe(String(9 * 25));
    expect(Math.abs(Number(format.duration) - 8.99)).toBeLessThan(0.05);
    expect(await decodeErrors(options.output)).toBe('');
    const colours = spotColours(options.output, 640, 360);
    expect(colours.slice(6 * 25 + 1, 8 * 25 - 1).every(isBlue)).toBe(true);
    expect(colours.slice(0, 6 * 25 - 1).some(isBlue)).toBe(false);
    expect(Math.max(...seen)).toBe(1);
    const { stderr } = await run('ffmpeg', ['-i', options.output, '-t', '8', '-af', 'ebur128', '-f', 'null', '-']);
    const loudness = Number(/I:\s+(-[\d.]+) LUFS\s+Threshold/.exec(stderr.slice(stderr.lastIndexOf('Summary')))?.[1]);
    expect(Math.abs(loudness + 16)).toBeLessThan(1.5);
    await expectNothingMadeTwice(options);
  }, 120_000);
});

async function expectNothingMadeTwice(options: ComposeOptions): Promise<void> {
  const pieces = (await readdir(options.work)).filter((name) => /^(chunk-\d|audio-)/.test(name));
  expect(pieces).toHaveLength(3);
  const times = () => Promise.all(pieces.map(async (name) => (await stat(join(options.work, name))).mtimeMs));
  const before = await times();
  await compose(options);
  expect(await times()).toEqual(before);
}
