import { mkdtemp, open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PacketLog } from './packet-log';

const header = Buffer.from('H');

const unexpected = (error: Error) => {
  throw error;
};

async function temporaryFile() {
  const path = join(await mkdtemp(join(tmpdir(), 'lectern-')), 'log');
  return { path, file: await open(path, 'a') };
}

describe('PacketLog', () => {
  it('writes everything in order, over more than one slab', async () => {
    const { path, file } = await temporaryFile();
    const log = new PacketLog(file, unexpected);
    const expected: string[] = [];
    for (let i = 0; i < 5000; i++) {
      const packet = `${i},`.padEnd(40);
      log.push(header, Buffer.from(packet));
      expected.push(`H${packet}`);
      if (i % 700 === 0) log.flush();
    }
    log.sync();
    await log.close();
    await log.close();
    expect(await readFile(path, 'utf8')).toBe(expected.join(''));
    expect(log).toMatchObject({ packets: 5000, bytes: expected.join('').length, lost: 0 });
  });

  it('keeps no more than its limit when the disk does not follow', async () => {
    const { file } = await temporaryFile();
    const log = new PacketLog(file, unexpected, 1000);
    for (let i = 0; i < 50; i++) log.push(header, Buffer.alloc(99));
    expect(log).toMatchObject({ packets: 10, lost: 40 });
    log.flush();
    await log.close();
    expect(log.bytes).toBe(1000);
  });

  it('says once that the disk is full, and lives on', async () => {
    const failures: NodeJS.ErrnoException[] = [];
    const log = new PacketLog(await open('/dev/full', 'a'), (error) => failures.push(error));
    for (let i = 0; i < 3; i++) {
      log.push(header, Buffer.alloc(100));
      log.flush();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await log.close();
    expect(failures.map(({ code }) => code)).toEqual(['ENOSPC']);
  });
});
