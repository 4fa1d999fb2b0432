import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bombPdf, pdf } from '../../testing/pdf';
import { SMALL_BYTES, smallImage } from './page-image';
import { prepareClip, prepareDeck, type Prepared, type PrepareRun } from './prepare-material';

const run = promisify(execFile);

// Starting processes takes its time on a busy machine.
jest.setTimeout(180_000);

describe('preparing', () => {
  let base: string;
  let out: string;
  let percents: number[];
  beforeAll(async () => {
    base = await mkdtemp(join(tmpdir(), "lectern it's "));
  });

  async function prepare(
    kind: (run: PrepareRun) => Promise<Prepared>,
    file: string,
    extra: Partial<PrepareRun> = {},
  ): Promise<Prepared> {
    const folder = await mkdtemp(join(base, 'work-'));
    out = join(folder, 'out');
    percents = [];
    await mkdir(out);
    return kind({
      ...{ ffmpegPath: 'ffmpeg', ffprobePath: 'ffprobe', file, folder, ...extra },
      put: (name, from) => copyFile(from, join(out, name)),
      onProgress: (percent) => percents.push(percent),
    });
  }

  async function made(name: string, content: Buffer | string): Promise<string> {
    const file = join(base, name);
    await writeFile(file, content);
    return file;
  }

  const probe = async (name: string) => {
    const args = ['-v', 'error', '-of', 'json', '-show_streams', '-show_format', join(out, name)];
    const { stdout } = await run('ffprobe', args);
    return JSON.parse(stdout) as { streams: Record<string, unknown>[]; format: { duration: string; bit_rate: string } };
  };
  const sizes = async (name: string) => {
    const { width, height } = (await probe(name)).streams[0]!;
    return [width, height];
  };
  const ffmpeg = (file: string, ...args: string[]) => run('ffmpeg', ['-v', 'error', '-y', ...args, join(base, file)]);

  describe('slides', () => {
    it('gives each page in two sizes, and its words', async () => {
      const { row, texts } = await prepare(prepareDeck, await made('a.pdf', pdf(['Solar power', 'The end'])));
      expect(row).toEqual({ pages: 2 });
      expect(texts).toEqual(['Solar power', 'The end']);
      expect(await sizes('page-2.webp')).toEqual([1920, 1080]);
      expect((await sizes('page-2-small.webp'))[0]).toBe(1280);
      expect((await stat(join(out, 'page-1-small.webp'))).size).toBeLessThanOrEqual(SMALL_BYTES);
      expect(percents.at(-1)).toBe(100);
    });

    it('makes the small image fit whatever is on the page', async () => {
      // Noise is what images cannot be made small of.
      await ffmpeg('noise.png', '-f', 'lavfi', '-i', 'nullsrc=s=1280x720,geq=random(1)*255:128:128', '-frames:v', '1');
      await ffmpeg('noise.ppm', '-i', join(base, 'noise.png'));
      const output = join(base, 'noise.webp');
      await smallImage({ ffmpegPath: 'ffmpeg', picture: join(base, 'noise.ppm'), folder: base }, output);
      expect((await stat(output)).size).toBeLessThanOrEqual(SMALL_BYTES);
    });

    it('draws a page of 200 inches no larger than any other', async () => {
      await prepare(prepareDeck, await made('huge.pdf', pdf(['Huge'], { mediaBox: '0 0 14400 14400' })));
      expect(await sizes('page-1.webp')).toEqual([1920, 1920]);
    });

    it.each([
      ['empty', Buffer.alloc(0), 'cannot be read'],
      ['of nothing but its first line', Buffer.from('%PDF-1.7\n'), 'cannot be read'],
      ['of noise', Buffer.from(`%PDF-1.7\n${'x\0\xff'.repeat(50_000)}`, 'latin1'), 'cannot be read'],
      ['without pages', pdf([]), 'cannot be read'],
      ['of too many pages', pdf(Array<string>(501).fill('x')), '501 pages: at most 500'],
      [
        'protected by a password',
        pdf(['secret'], {
          trailer: `/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'41'.repeat(32)}> /U <${'42'.repeat(32)}> /P -4 >>`,
        }),
        'protected by a password',
      ],
    ])('refuses a file %s, in words', async (name, content, words) => {
      const file = await made(`${name}.pdf`, content);
      await expect(prepare(prepareDeck, file)).rejects.toMatchObject({
        code: 'TYPE_UNSUPPORTED',
        message: expect.stringContaining(words) as string,
      });
    });

    it('gives up a page that would be drawn for years, and says which', async () => {
      const file = await made('bomb.pdf', bombPdf(12));
      const drawing = prepare(prepareDeck, file, { pageSeconds: 1 });
      await expect(drawing).rejects.toThrow('Page 1 cannot be drawn');
    });

    it('stops when the job is stopped', async () => {
      const stop = new AbortController();
      stop.abort(new Error('the worker ends'));
      const file = await made('stopped.pdf', pdf(['a']));
      await expect(prepare(prepareDeck, file, { signal: stop.signal })).rejects.toThrow('the worker ends');
    });
  });

  describe('a video', () => {
    const picture = ['-f', 'lavfi', '-i', 'testsrc2=s=1920x1080:r=50:d=1'];
    const tone = ['-f', 'lavfi', '-i', 'sine=f=440:d=1'];

    it('becomes what every browser plays, and its sound alone', async () => {
      await ffmpeg(
        'film.webm',
        ...picture,
        ...tone,
        '-c:v',
        'libvpx',
        '-deadline',
        'realtime',
        '-cpu-used',
        '8',
        '-c:a',
        'libopus',
      );
      const { row } = await prepare(prepareClip, join(base, 'film.webm'));
      expect(row).toMatchObject({ hasVideo: true, hasAudio: true });
      expect(Math.abs(row.duration! - 1)).toBeLessThan(0.2);
      const { streams } = await probe('clip.mp4');
      expect(streams.map(({ codec_name }) => codec_name)).toEqual(['h264', 'aac']);
      expect(streams[0]).toMatchObject({ width: 1280, height: 720, pix_fmt: 'yuv420p', r_frame_rate: '30/1' });
      const audio = await probe('clip.m4a');
      expect(audio.streams.map(({ codec_name }) => codec_name)).toEqual(['aac']);
      expect(Number(audio.streams[0]!.bit_rate)).toBeLessThan(80_000);
      expect(Number((await probe('clip-small.m4a')).streams[0]!.bit_rate)).toBeLessThan(40_000);
      // The index stands before the media, so that playing begins at once.
      const { stdout } = await run('grep', ['-abom1', 'moov\\|mdat', join(out, 'clip.mp4')]);
      expect(stdout).toContain('moov');
    });

    it('may be sound alone, or picture alone; a cover is no picture', async () => {
      await ffmpeg('sound.m4a', ...tone, '-c:a', 'aac');
      expect((await prepare(prepareClip, join(base, 'sound.m4a'))).row).toMatchObject({
        hasVideo: false,
        hasAudio: true,
      });
      expect((await probe('clip.mp4')).streams).toHaveLength(1);
      await ffmpeg('mute.mp4', '-f', 'lavfi', '-i', 'testsrc2=s=320x240:d=1', '-c:v', 'libx264');
      expect((await prepare(prepareClip, join(base, 'mute.mp4'))).row).toMatchObject({
        hasVideo: true,
        hasAudio: false,
      });
      await expect(stat(join(out, 'clip.m4a'))).rejects.toThrow('ENOENT');
    });

    it.each([
      ['list.mp4', '#EXTM3U\n#EXTINF:10,\nfile:///etc/passwd\n', 'cannot be read'],
      ['concat.mp4', "ffconcat version 1.0\nfile '/etc/passwd'\n", 'cannot be read'],
      ['torn.mp4', Buffer.from('\0\0\0\x20ftypisom\0\0\0\0', 'latin1'), 'cannot be read'],
      ['noise.mkv', Buffer.concat([Buffer.from([0x1a, 0x45, 0xdf, 0xa3]), Buffer.alloc(5000, 7)]), 'cannot be read'],
    ])('refuses %s, in words', async (name, content, words) => {
      const file = await made(name, content);
      await expect(prepare(prepareClip, file)).rejects.toMatchObject({
        code: 'TYPE_UNSUPPORTED',
        message: expect.stringContaining(words) as string,
      });
    });
  });
});
