import { mkdtemp, open, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record } from '../../testing/record';
import { PacketLog } from './packet-log';

const unexpected = (error: Error) => {
  throw error;
};

function push(log: PacketLog, packet: Buffer, offset: number): void {
  log.take(packet, 0, packet.length, offset);
}

async function temporaryFile() {
  const path = join(await mkdtemp(join(tmpdir(), 'lectern-')), 'log');
  return { path, file: await open(path, 'a') };
}

describe('PacketLog', () => {
  it('writes everything in order, over many slabs and while the file is being written', async () => {
    const { path, file } = await temporaryFile();
    const log = new PacketLog(file, unexpected);
    const expected: Buffer[] = [];
    for (let i = 0; i < 20_000; i++) {
      const packet = Buffer.from(`${i},`.padEnd(40));
      push(log, packet, i);
      expected.push(record(packet, i));
      if (i % 700 === 0) log.flush();
      if (i % 300 === 0) await new Promise((resolve) => setImmediate(resolve));
    }
    const large = Buffer.alloc(65_000, 7);
    push(log, large, 0);
    log.sync();
    await log.close();
    await log.close();
    const content = Buffer.concat([...expected, record(large, 0)]);
    expect((await readFile(path)).equals(content)).toBe(true);
    expect(log).toMatchObject({ packets: 20_001, bytes: content.length, lost: 0 });
  });

  it('keeps no more than its limit when the disk does not follow', async () => {
    const { file } = await temporaryFile();
    const log = new PacketLog(file, unexpected, 1000);
    for (let i = 0; i < 50; i++) push(log, Buffer.alloc(92), i);
    expect(log).toMatchObject({ packets: 10, lost: 40 });
    log.flush();
    await log.close();
    expect(log.bytes).toBe(1000);
  });

  it('says once that the disk is full, and lives on', async () => {
    const failures: NodeJS.ErrnoException[] = [];
    const log = new PacketLog(await open('/dev/full', 'a'), (error) => failures.push(error));
    for (let i = 0; i < 3; i++) {
      push(log, Buffer.alloc(100), i);
      log.flush();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await log.close();
    expect(failures.map(({ code }) => code)).toEqual(['ENOSPC']);
  });
});
