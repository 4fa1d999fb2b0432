import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spotColours } from '../../testing/pixels';
import { run } from '../../testing/run';
import { jpegSize, writeImagesPdf } from './images-pdf';

describe('a PDF of images', () => {
  it('has a page of each, as poppler reads it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-'));
    const images = await Promise.all(
      ['red:s=1920x1080', 'blue:s=600x800'].map(async (colour, i) => {
        const image = join(folder, `${i}.jpg`);
        await run('ffmpeg', ['-v', 'error', '-f', 'lavfi', '-i', `color=${colour}`, '-frames:v', '1', image]);
        return image;
      }),
    );
    const pdf = join(folder, 'slides.pdf');
    await writeImagesPdf(pdf, images);
    const { stdout, stderr } = await run('pdfinfo', ['-f', '1', '-l', '2', pdf]);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/Page +1 size: +960 x 540 pts/);
    expect(stdout).toMatch(/Page +2 size: +720 x 960 pts/);
    await run('pdftoppm', ['-png', '-r', '36', pdf, join(folder, 'page')]);
    const [red, blue] = ['page-1.png', 'page-2.png'].map((name) => spotColours(join(folder, name), 100, 100)[0]!);
    expect(red![0]).toBeGreaterThan(180);
    expect(blue![2]).toBeGreaterThan(180);
  }, 60_000);

  it.each([[''], ['no JPEG at all, but long enough'], ['\xff\xd8\xff\xe0\x00\x10JFIF']])('takes no %j', (text) =>
    expect(() => jpegSize(Buffer.from(text, 'latin1'))).toThrow('no JPEG'),
  );
});
