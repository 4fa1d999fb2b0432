import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskStorage } from './disk-storage';
import { readAll } from './read-all';

describe('DiskStorage', () => {
  let storage: DiskStorage;
  let file: string;
  beforeEach(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'lectern-storage-'));
    storage = new DiskStorage(join(folder, 'files'));
    file = join(folder, 'made');
    await writeFile(file, 'content');
  });

  it('gives what was put, and nothing else', async () => {
    await storage.put('a/b/c.txt', file);
    expect((await readAll(storage, 'a/b/c.txt')).toString()).toBe('content');
    expect(await storage.open('a/b/d.txt')).toBeNull();
    expect(await storage.open('a/b')).toBeNull();
  });

  it('removes one', async () => {
    for (const key of ['a/x', 'a/xy']) await storage.put(key, file);
    await storage.remove('a/x');
    await storage.remove('a/none');
    expect(await storage.open('a/x')).toBeNull();
    expect(await storage.open('a/xy')).not.toBeNull();
  });

  it('removes all under a prefix, and no more', async () => {
    for (const key of ['a/1/x', 'a/1/y/z', 'a/10/x']) await storage.put(key, file);
    await storage.removeAll('a/1');
    await storage.removeAll('a/none');
    expect(await storage.open('a/1/x')).toBeNull();
    expect(await storage.open('a/1/y/z')).toBeNull();
    expect(await storage.open('a/10/x')).not.toBeNull();
  });

  it.each(['../made', 'a/../../made', '..', ''])('knows no key %j', async (key) => {
    await expect(storage.open(key)).rejects.toThrow('Not a storage key');
    await expect(storage.remove(key)).rejects.toThrow('Not a storage key');
    await expect(storage.removeAll(key)).rejects.toThrow('Not a storage key');
    await expect(storage.put(key, file)).rejects.toThrow('Not a storage key');
  });
});
