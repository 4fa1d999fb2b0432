import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record } from '../../testing/record';
import { fileHeader } from '../capture/rtpdump';
import { readRtpdump, type DumpRecord } from './rtpdump-reader';

const packet = (type: number, length = 20) => Buffer.alloc(length, 7).fill(0x80, 0, 1).fill(type, 1, 2);

async function read(content: Buffer): Promise<DumpRecord[]> {
  const path = join(await mkdtemp(join(tmpdir(), 'lectern-')), 'track.rtpdump');
  await writeFile(path, content);
  const records: DumpRecord[] = [];
  for await (const each of readRtpdump(path)) records.push(each);
  return records;
}

describe('rtpdump', () => {
  const head = fileHeader(1_700_000_000_123.5, 4000);
  const good = [record(packet(96), 0), record(packet(200), 5), record(packet(96, 1500), 4_000_000_000)];

  it('begins as rtptools wants it', () => {
    const line = '#!rtpplay1.0 127.0.0.1/4000\n';
    expect(head.toString('latin1', 0, line.length)).toBe(line);
    expect(head.readUInt32BE(line.length)).toBe(1_700_000_000);
    expect(head.readUInt32BE(line.length + 4)).toBe(123_500);
  });

  it('gives back what was written', async () => {
    const records = await read(Buffer.concat([head, ...good]));
    expect(records.map(({ offset, rtcp }) => [offset, rtcp])).toEqual([
      [0, false],
      [5, true],
      [4_000_000_000, false],
    ]);
    expect(records[2]!.packet).toEqual(packet(96, 1500));
  });

  it('reads on through many chunks of the file', async () => {
    const many = Array.from({ length: 2000 }, (_, i) => record(packet(96, 1200), i));
    const records = await read(Buffer.concat([head, ...many]));
    expect(records.map(({ offset }) => offset)).toEqual([...Array(2000).keys()]);
  });

  it.each([1, 7, 9, 1000])('ends before a record of which only %d bytes are there', async (bytes) => {
    const records = await read(Buffer.concat([head, ...good.slice(0, 2), good[2]!.subarray(0, bytes)]));
    expect(records).toHaveLength(2);
  });

  it('ends where the disk has left zeros', async () => {
    expect(await read(Buffer.concat([head, good[0]!, Buffer.alloc(4096), good[1]!]))).toHaveLength(1);
  });

  it('is empty when its head is not complete, and refuses other files', async () => {
    expect(await read(head.subarray(0, 10))).toEqual([]);
    expect(await read(head)).toEqual([]);
    await expect(read(Buffer.from('RIFF and more of it'))).rejects.toThrow('no rtpdump file');
  });
});
