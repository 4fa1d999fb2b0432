import { mkdtemp, readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeErrors, probe, run } from '../../testing/run';
import { makeAudio, makeWebm } from './other-formats';

describe('other formats of a video', () => {
  let folder: string;
  let source: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lectern-'));
    source = join(folder, 'video.mp4');
    const inputs = ['-f', 'lavfi', '-i', 'testsrc=s=320x180:r=25:d=3', '-f', 'lavfi', '-i', 'sine=d=3:r=48000'];
    await run('ffmpeg', ['-v', 'error', ...inputs, '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'aac', source]);
  }, 60_000);

  it('is VP9 and Opus, with its index in front', async () => {
    const output = join(folder, 'video.webm');
    await makeWebm({ source, output, channels: [] });
    const { streams, format } = await probe(output);
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['vp9', 'opus']);
    expect(Math.abs(Number(format.duration) - 3)).toBeLessThan(0.1);
    expect(await decodeErrors(output)).toBe('');
    // Before the first cluster the index is named, and then it stands there.
    const head = (await readFile(output)).toString('latin1').split('\x1f\x43\xb6\x75')[0]!;
    expect(head.split('\x1c\x53\xbb\x6b')).toHaveLength(3);
  }, 60_000);

  it('is the sound alone, as it was', async () => {
    const output = join(folder, 'audio.m4a');
    await makeAudio({ source, output, index: 0 });
    const { streams, format } = await probe(output);
    expect(streams.map(({ codec_name }) => codec_name)).toEqual(['aac']);
    expect(Math.abs(Number(format.duration) - 3)).toBeLessThan(0.1);
    const bytes = await readFile(output);
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
    expect((await readdir(folder)).filter((name) => name.includes('tmp'))).toEqual([]);
  }, 60_000);
});
