/**
 * The rtpdump format of rtptools: a line of text, a 16-byte header, then records of 8 bytes and a packet each. All
 * numbers are big-endian. It is append-only by nature, and other tools (Wireshark, rtpplay) read it too.
 */
export const RTPDUMP_MAGIC = '#!rtpplay1.0 ';
export const FILE_HEADER_BYTES = 16;
export const RECORD_HEADER_BYTES = 8;

/** The larger of the two limits: an offset has 32 bits of milliseconds (49 days), a length 16 bits. */
export const MAX_PACKET_BYTES = 0xffff - RECORD_HEADER_BYTES;

/** The beginning of a file. `startedAt`: epoch milliseconds to which all offsets are relative. */
export function fileHeader(startedAt: number, port: number): Buffer {
  const text = Buffer.from(`${RTPDUMP_MAGIC}127.0.0.1/${port}\n`, 'latin1');
  const header = Buffer.alloc(FILE_HEADER_BYTES);
  const microseconds = Math.round(startedAt * 1000);
  header.writeUInt32BE(Math.floor(microseconds / 1e6), 0);
  header.writeUInt32BE(microseconds % 1e6, 4);
  header.writeUInt32BE(0x7f000001, 8);
  header.writeUInt16BE(port, 12);
  return Buffer.concat([text, header]);
}

/** Writes the head of the record whose packet stands behind it. `offset`: whole milliseconds since the file's start. */
export function writeRecordHeader(memory: Buffer, at: number, length: number, offset: number): void {
  memory.writeUInt16BE(length + RECORD_HEADER_BYTES, at);
  memory.writeUInt16BE(isRtcp(memory, at + RECORD_HEADER_BYTES) ? 0 : length, at + 2);
  memory.writeUInt32BE(offset, at + 4);
}

/** RFC 5761 §4: with RTP and RTCP on one port, packet types 192 to 223 in the second byte are RTCP. */
export function isRtcp(memory: Buffer, at: number): boolean {
  const type = memory[at + 1]!;
  return type >= 192 && type <= 223;
}

/** Worth keeping: version 2, long enough for a header, short enough for a record. */
export function isPlausible(memory: Buffer, at: number, length: number): boolean {
  return length >= 8 && length <= MAX_PACKET_BYTES && memory[at]! >> 6 === 2;
}
