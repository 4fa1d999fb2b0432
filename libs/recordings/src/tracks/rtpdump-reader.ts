import { createReadStream } from 'node:fs';
import { FILE_HEADER_BYTES, RECORD_HEADER_BYTES, RTPDUMP_MAGIC } from '../capture/rtpdump';

/** One packet as it arrived. `offset`: milliseconds since the file's start. */
export interface DumpRecord {
  offset: number;
  rtcp: boolean;
  packet: Buffer;
}

/**
 * Reads an rtpdump file from its beginning, record by record, in bounded memory. It ends quietly where the file does,
 * in mid-record too: that is what a crash leaves. Throws when the file is none of this format.
 */
export async function* readRtpdump(path: string): AsyncGenerator<DumpRecord> {
  let rest: Buffer = Buffer.alloc(0);
  let inHeader = true;
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    rest = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    if (inHeader) {
      const size = headerSize(rest);
      if (size === null) continue;
      rest = rest.subarray(size);
      inHeader = false;
    }
    const { records, used } = takeRecords(rest);
    yield* records;
    rest = rest.subarray(used);
  }
}

/** Bytes of the file's head; null while it is not all there. */
function headerSize(data: Buffer): number | null {
  const magic = RTPDUMP_MAGIC.slice(0, data.length);
  if (!data.toString('latin1', 0, magic.length).startsWith(magic)) throw new Error('This is no rtpdump file.');
  const lineEnd = data.indexOf(0x0a);
  if (lineEnd < 0 && data.length > 256) throw new Error('The head of the rtpdump file is damaged.');
  return lineEnd < 0 || data.length < lineEnd + 1 + FILE_HEADER_BYTES ? null : lineEnd + 1 + FILE_HEADER_BYTES;
}

function takeRecords(data: Buffer): { records: DumpRecord[]; used: number } {
  const records: DumpRecord[] = [];
  let used = 0;
  while (data.length - used >= RECORD_HEADER_BYTES) {
    const length = data.readUInt16BE(used);
    // A power cut may leave zeros where data were not yet on the disk: nothing after them is in step.
    if (length < RECORD_HEADER_BYTES) return { records, used: data.length };
    if (data.length - used < length) break;
    const packet = data.subarray(used + RECORD_HEADER_BYTES, used + length);
    records.push({ offset: data.readUInt32BE(used + 4), rtcp: data.readUInt16BE(used + 2) === 0, packet });
    used += length;
  }
  return { records, used };
}
