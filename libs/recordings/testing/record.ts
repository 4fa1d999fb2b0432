import { RECORD_HEADER_BYTES, writeRecordHeader } from '../src/capture/rtpdump';

/** What a track's file has of one packet. `offset`: whole milliseconds since the file's start. */
export function record(packet: Buffer, offset: number): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(RECORD_HEADER_BYTES), packet]);
  writeRecordHeader(new DataView(bytes.buffer, bytes.byteOffset, bytes.length), 0, packet.length, offset);
  return bytes;
}
