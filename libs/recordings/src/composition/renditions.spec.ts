import { renditionFiles } from '@lectern/contracts';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeErrors, probe, run } from '../../testing/run';
import { ratesOf } from './playlists';
import { makeRenditions } from './renditions';

describe('renditions', () => {
  it('knows the rates of a playlist; the short rest at its end is no peak', () => {
    const list = `#EXTINF:6.000000,\n#EXT-X-BYTERANGE:6000@800\na.mp4\n#EXTINF:0.500000,\n#EXT-X-BYTERANGE:5000@6800\na.mp4\n`;
    expect(ratesOf(list)).toEqual({ peak: 8000, average: Math.ceil(88_000 / 6.5) });
  });

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
});
