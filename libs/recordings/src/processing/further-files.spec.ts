import { mkdir, mkdtemp, readdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../testing/run';
import { type FurtherFilesOptions, makeFurtherFiles } from './further-files';

it('makes pictures, sound and slides beside the video, once', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'lectern-'));
  await mkdir(join(dir, 'out'));
  const inputs = ['-f', 'lavfi', '-i', 'testsrc=s=320x180:r=25:d=5', '-f', 'lavfi', '-i', 'sine=d=5'];
  const encode = ['-c:v', 'libx264', '-preset', 'ultrafast', '-g', '50', '-c:a', 'aac'];
  await run('ffmpeg', ['-v', 'error', ...inputs, ...encode, join(dir, 'out/video.mp4')]);
  const slide = (page: number, start: number) => ({ materialId: 'm', page, start, end: start + 1 });
  const fetched: number[] = [];
  const options: FurtherFilesOptions = {
    dir,
    result: {
      durationSeconds: 5,
      channels: [],
      files: { video: 'video.mp4', poster: '', transcript: '', captions: {}, renditions: false, extras: [] },
    },
    slides: [slide(1, 0), slide(3, 1), slide(1, 2), slide(4, 3)],
    fetchPage: async ({ page }, folder) => {
      fetched.push(page);
      if (page === 4) return null;
      const file = join(folder, `page-${page}.webp`);
      await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', 'color=red:s=1920x1080', '-frames:v', '1', file]);
      return file;
    },
  };
  const names = await makeFurtherFiles(options);
  expect(names).toEqual(['sprites-0.jpg', 'thumbnails.vtt', 'audio.m4a', 'slides.pdf']);
  expect((await readdir(join(dir, 'out'))).sort()).toEqual([...names, 'video.mp4'].sort());
  expect(await readdir(dir)).toEqual(['out']);
  expect(fetched).toEqual([1, 3, 4]);
  expect((await run('pdfinfo', [join(dir, 'out/slides.pdf')])).stdout).toMatch(/Pages: +2/);
  const times = () => Promise.all(names.map(async (name) => (await stat(join(dir, 'out', name))).mtimeMs));
  const before = await times();
  expect(await makeFurtherFiles(options)).toEqual(names);
  expect(await times()).toEqual(before);
}, 60_000);
