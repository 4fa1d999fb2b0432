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

/** The head of one record. `offset`: whole milliseconds since the file's start. */
export function recordHeader(packet: Buffer, offset: number): Buffer {
  const header = Buffer.allocUnsafe(RECORD_HEADER_BYTES);
  header.writeUInt16BE(packet.length + RECORD_HEADER_BYTES, 0);
  header.writeUInt16BE(isRtcp(packet) ? 0 : packet.length, 2);
  header.writeUInt32BE(offset, 4);
  return header;
}

/** RFC 5761 §4: with RTP and RTCP on one port, packet types 192 to 223 in the second byte are RTCP. */
export function isRtcp(packet: Buffer): boolean {
  const type = packet[1] ?? 0;
  return type >= 192 && type <= 223;
}

/** Worth keeping: version 2, long enough for a header, short enough for a record. */
export function isPlausible(packet: Buffer): boolean {
  return packet.length >= 8 && packet.length <= MAX_PACKET_BYTES && packet[0]! >> 6 === 2;
}
