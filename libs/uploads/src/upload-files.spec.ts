import { mkdtemp, readFile, symlink, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { UploadFiles } from './upload-files';

describe('UploadFiles', () => {
  let root: string;
  let files: UploadFiles;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'lectern-uploads-'));
    files = new UploadFiles(root);
    await files.create('a');
  });

  const bytes = (text: string) => Readable.from([Buffer.from(text)]);

  it('grows by what is appended', async () => {
    expect(await files.append('a', bytes('Hello '), 0, 11)).toBe(6);
    expect(await files.append('a', bytes('world'), 6, 11)).toBe(11);
    expect(await readFile(files.path('a'), 'utf8')).toBe('Hello world');
    expect(await files.size('a')).toBe(11);
    expect((await files.head('a', 5)).toString()).toBe('Hello');
    expect((await files.head('a', 500)).length).toBe(11);
  });

  it('keeps what came before the line was cut', async () => {
    const line = Readable.from(
      (async function* () {
        yield Buffer.from('Hel');
        yield Buffer.from('lo');
        throw Object.assign(new Error('aborted'), { code: 'ECONNRESET' });
      })(),
    );
    expect(await files.append('a', line, 0, 100)).toBe(5);
    expect(await files.size('a')).toBe(5);
  });

  it('takes no more than was announced', async () => {
    await expect(files.append('a', bytes('Hello'), 0, 4)).rejects.toMatchObject({ code: 'LIMIT_EXCEEDED' });
    expect(await files.size('a')).toBe(0);
  });

  it('says in words that the disk is full', async () => {
    await symlink('/dev/full', files.path('b'));
    await expect(files.append('b', bytes('Hello'), 0, 5)).rejects.toMatchObject({ code: 'STORAGE_FULL' });
    await expect(files.requireRoom(1e18)).rejects.toThrow('disk is full');
    await files.requireRoom(1);
  });

  it('finds what nobody has touched for long', async () => {
    await files.create('old');
    await utimes(files.path('old'), 1000, 1000);
    expect(await files.untouched(2_000_000)).toEqual(['old']);
    await files.remove('old');
    await files.remove('old');
    expect(await files.untouched(2_000_000)).toEqual([]);
  });
});
