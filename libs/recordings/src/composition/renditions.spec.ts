import { renditionFiles } from '@lectern/contracts';
import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spotColours } from '../../testing/pixels';
import { decodeErrors, probe, run } from '../../testing/run';
import { beepsIn, samplesOf } from '../../testing/tones';
import { makeRenditions } from './renditions';

describe('renditions', () => {
  it('are the whole video for lines of every kind', async () => {
    const out = await mkdtemp(join(tmpdir(), 'lectern-'));
    const video = join(out, 'video.mp4');
    const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=1280x720:r=25:d=13'];
    const sound = ['-f', 'lavfi', '-i', 'sine=f=300:d=13:r=48000', '-ac', '2'];
    const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-profile:v', 'high', '-level', '3.1', '-g', '50'];
    await run('ffmpeg', ['-v', 'error', ...picture, ...sound, ...encode, '-c:a', 'aac', '-b:a', '128k', video]);
    await makeRenditions({ video, out, channels: [] });
    const sizes: Record<string, unknown> = {};
    for (const name of ['high', 'middle', 'low', 'sound']) {
      const { streams, format } = await probe(join(out, `hls-${name}.m3u8`));
      expect(Math.abs(Number(format.duration) - 13)).toBeLessThan(0.2);
      expect(await decodeErrors(join(out, `hls-${name}.m3u8`))).toBe('');
      expect(await beginsWithoutEdit(join(out, `hls-${name}.mp4`))).toBe(true);
      sizes[name] = streams.map(({ codec_name, height }) => height ?? codec_name);
    }
    expect(sizes).toEqual({ high: [720, 'aac'], middle: [432, 'aac'], low: [240, 'aac'], sound: ['aac'] });
    const main = await readFile(join(out, 'hls.m3u8'), 'utf8');
    const rates = [...main.matchAll(/BANDWIDTH=(\d+),AVERAGE/g)].map(([, bits]) => Number(bits));
    expect(rates).toEqual(rates.toSorted((a, b) => b - a));
    expect(rates.at(-1)).toBeLessThan(80_000);
    expect(rates.at(-2)).toBeLessThan(350_000);
    for (const file of renditionFiles([])) expect(await readFile(join(out, file))).not.toHaveLength(0);
  }, 120_000);

  it('have the picture apart from the sounds, where there are several, and together in time', async () => {
    const out = await mkdtemp(join(tmpdir(), 'lectern-'));
    const video = join(out, 'video.mp4');
    await run('ffmpeg', ['-v', 'error', ...flashAndBeeps, '-c:v', 'libx264', '-preset', 'veryfast', '-g', '50', video]);
    const channels = ['fr', 'pt-BR'];
    await makeRenditions({ video, out, channels });
    expect((await readdir(out)).filter((name) => name.startsWith('hls')).sort()).toEqual(
      renditionFiles(channels).sort(),
    );
    for (const [name, codec] of [
      ['high', 'h264'],
      ['middle', 'h264'],
      ['low', 'h264'],
      ...['sound', 'sound-fr', 'sound-pt-br'].map((name) => [name, 'aac']),
    ]) {
      expect((await probe(join(out, `hls-${name}.m3u8`))).streams.map(({ codec_name }) => codec_name)).toEqual([codec]);
      expect(await decodeErrors(join(out, `hls-${name}.m3u8`))).toBe('');
      expect(await beginsWithoutEdit(join(out, `hls-${name}.mp4`))).toBe(true);
    }
    const main = await readFile(join(out, 'hls.m3u8'), 'utf8');
    expect(main.match(/STREAM-INF/g)).toHaveLength(4);
    for (const quality of ['high', 'middle', 'low']) {
      const only = await readFile(join(out, `hls-only-${quality}.m3u8`), 'utf8');
      expect(only.match(/hls-[a-z-]+\.m3u8/g)).toEqual([
        'hls-sound.m3u8',
        'hls-sound-fr.m3u8',
        'hls-sound-pt-br.m3u8',
        `hls-${quality}.m3u8`,
      ]);
      for (const index of [0, 1, 2])
        expect(await apartMs(join(out, `hls-only-${quality}.m3u8`), index)).toBeLessThan(40);
    }
  }, 120_000);
});

/** When it flashes, and beeps in each of three sounds: in seconds, and in Hz. */
const FLASH = 4;
const beeps = [500, 900, 1300];
const flashAndBeeps = [
  ...['-f', 'lavfi', '-i', `color=black:s=320x180:r=25:d=7,drawbox=c=white:t=fill:enable='between(t,${FLASH},5)'`],
  ...beeps.flatMap((hertz) => [
    ...['-f', 'lavfi', '-i', `aevalsrc='if(between(t,${FLASH},5),0.5*sin(2*PI*${hertz}*t),0)|0':s=48000:d=7`],
  ]),
  ...[0, 1, 2, 3].flatMap((input) => ['-map', String(input)]),
];

/** Browsers take no notice of an empty edit, so that no file may need one (ISO/IEC 14496-12 §8.6.6: −1 as media time). */
async function beginsWithoutEdit(file: string): Promise<boolean> {
  const bytes = await readFile(file);
  const box = bytes.indexOf('elst');
  return box < 0 || bytes.readInt32BE(box + 16) >= 0;
}

/** How far beep and flash are from each other, as a player that reads the main playlist has them; in milliseconds. */
async function apartMs(playlist: string, index: number): Promise<number> {
  const both = playlist.replace('.m3u8', `-${index}.mkv`);
  // On one line of time, which begins at 0.
  const encode = ['-vf', 'fps=25:start_time=0', '-af', 'aresample=async=1000:first_pts=0', '-c:a', 'pcm_s16le'];
  const picked = ['-map', '0:v:0', '-map', `0:a:${index}`];
  await run('ffmpeg', ['-v', 'error', '-y', '-i', playlist, ...picked, ...encode, '-preset', 'ultrafast', both]);
  const seen = spotColours(both, 160, 90).findIndex(([red]) => red > 128) * 40;
  return Math.abs(beepsIn(samplesOf(both), beeps[index]!)[0]! - seen);
}
