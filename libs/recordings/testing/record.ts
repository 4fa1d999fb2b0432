import { RECORD_HEADER_BYTES, writeRecordHeader } from '../src/capture/rtpdump';

/** What a track's file has of one packet. `offset`: whole milliseconds since the file's start. */
export function record(packet: Buffer, offset: number): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(RECORD_HEADER_BYTES), packet]);
  writeRecordHeader(bytes, 0, packet.length, offset);
  return bytes;
}
