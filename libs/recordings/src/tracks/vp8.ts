import type { Picture, VideoCodec } from './picture';

/** VP8 (payload format: RFC 7741; bitstream: RFC 6386). */
export function vp8(): VideoCodec {
  return { codecId: 'V_VP8', assemble };
}

function assemble(payloads: Buffer[]): Picture | null {
  const first = payloads[0]!;
  // S: start of a partition; PID: which one. A picture begins with its partition 0.
  const startsPicture = (first[0]! & 0x10) !== 0 && (first[0]! & 0x07) === 0;
  const parts = payloads.map((payload) => payload.subarray(descriptorSize(payload)));
  const data = Buffer.concat(parts);
  if (!startsPicture || data.length < 3) return null;
  const keyframe = (data[0]! & 0x01) === 0;
  return keyframe ? keyPicture(data) : { data, keyframe };
}

/** RFC 7741 §4.2. */
function descriptorSize(payload: Buffer): number {
  if (!(payload[0]! & 0x80)) return 1;
  const extension = payload[1] ?? 0;
  const pictureId = extension & 0x80 ? ((payload[2] ?? 0) & 0x80 ? 2 : 1) : 0;
  const tl0 = extension & 0x40 ? 1 : 0;
  const tidOrKeyIdx = extension & 0x30 ? 1 : 0;
  return 2 + pictureId + tl0 + tidOrKeyIdx;
}

/** RFC 6386 §9.1: three bytes, the start code 9d 01 2a, then width and height of 14 bits each. */
function keyPicture(data: Buffer): Picture | null {
  if (data.length < 10 || data.readUIntBE(3, 3) !== 0x9d012a) return null;
  const size = { width: data.readUInt16LE(6) & 0x3fff, height: data.readUInt16LE(8) & 0x3fff };
  return { data, keyframe: true, size };
}
