import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spotColours } from '../../testing/pixels';
import { probe, run } from '../../testing/run';
import { makeSprites, planSprites, thumbnailsTrack } from './sprites';

describe('sprites', () => {
  it.each([
    [0.4, { every: 2, tiles: 1, sheets: 1 }],
    [9, { every: 2, tiles: 4, sheets: 1 }],
    [54, { every: 2, tiles: 26, sheets: 2 }],
    [3600, { every: 9, tiles: 400, sheets: 16 }],
    [14_400, { every: 36, tiles: 400, sheets: 16 }],
  ])('of %d s: %j', (seconds, plan) => expect(planSprites(seconds)).toEqual(plan));

  it('are named by a track, cue by cue, up to the end', () => {
    const track = thumbnailsTrack(planSprites(54), 54);
    expect(track.startsWith('WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nsprites-0.jpg#xywh=0,0,160,90\n\n')).toBe(true);
    expect(track).toContain('00:00:14.000 --> 00:00:16.000\nsprites-0.jpg#xywh=320,90,160,90\n');
    expect(track.endsWith('00:00:50.000 --> 00:00:54.000\nsprites-1.jpg#xywh=0,0,160,90\n')).toBe(true);
  });

  it('show what the video shows at their time', async () => {
    const out = await mkdtemp(join(tmpdir(), 'lectern-'));
    const video = join(out, 'video.mp4');
    const colours = ['red', 'blue', 'lime'].map((name) => `color=${name}:s=320x180:r=25:d=4`);
    const inputs = colours.flatMap((colour) => ['-f', 'lavfi', '-i', colour]);
    const encode = ['-filter_complex', '[0][1][2]concat=n=3', '-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50'];
    await run('ffmpeg', ['-v', 'error', ...inputs, ...encode, '-sc_threshold', '0', video]);
    await writeFile(join(out, 'sprites-7.jpg'), 'of an earlier, longer run');
    const names = await makeSprites({ video, seconds: 12, out });
    expect(names).toEqual(['sprites-0.jpg', 'thumbnails.vtt']);
    expect((await readdir(out)).sort()).toEqual(['sprites-0.jpg', 'thumbnails.vtt', 'video.mp4']);
    expect(await readFile(join(out, 'thumbnails.vtt'), 'utf8')).toContain('00:00:08.000 --> 00:00:12.000');
    expect((await probe(join(out, 'sprites-0.jpg'))).streams[0]).toMatchObject({ width: 800, height: 450 });
    const tiles = [0, 1, 2, 3, 4].map((i) => spotColours(join(out, 'sprites-0.jpg'), i * 160 + 80, 44)[0]!);
    expect(tiles.map(nameOf)).toEqual(['red', 'red', 'blue', 'blue', 'lime']);
  }, 60_000);
});

const nameOf = (colour: number[]) => ['red', 'lime', 'blue'][colour.indexOf(Math.max(...colour))];
