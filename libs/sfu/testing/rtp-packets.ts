/** Crafted RTP (RFC 3550 §5.1) and sender reports (§6.4.1), just enough to drive a media worker. */
export interface Packet {
  payloadType: number;
  sequence: number;
  timestamp: number;
  ssrc: number;
  marker?: boolean;
  payload: Buffer;
  /** Audio level in -dBov (RFC 6464), as the one-byte header extension of this id. */
  level?: { id: number; value: number };
}

export function rtp(packet: Packet): Buffer {
  const header = Buffer.alloc(12);
  header[0] = packet.level ? 0x90 : 0x80;
  header[1] = (packet.marker ? 0x80 : 0) | packet.payloadType;
  header.writeUInt16BE(packet.sequence & 0xffff, 2);
  header.writeUInt32BE(packet.timestamp >>> 0, 4);
  header.writeUInt32BE(packet.ssrc, 8);
  return Buffer.concat([header, levelExtension(packet), packet.payload]);
}

function levelExtension({ level }: Packet): Buffer {
  if (!level) return Buffer.alloc(0);
  // RFC 8285 §4.2: profile, length in words, id and length, the value with the voice flag, padding.
  return Buffer.from([0xbe, 0xde, 0, 1, level.id << 4, 0x80 | level.value, 0, 0]);
}

const unixEpochInNtp = 2_208_988_800;

export function senderReport(ssrc: number, timestamp: number, unixMs: number): Buffer {
  const report = Buffer.alloc(28);
  report[0] = 0x80;
  report[1] = 200;
  report.writeUInt16BE(6, 2);
  report.writeUInt32BE(ssrc, 4);
  report.writeUInt32BE(Math.floor(unixMs / 1_000) + unixEpochInNtp, 8);
  report.writeUInt32BE(Math.floor(((unixMs % 1_000) / 1_000) * 2 ** 32), 12);
  report.writeUInt32BE(timestamp >>> 0, 16);
  return report;
}

/** A VP8 frame of one packet (RFC 7741): a payload descriptor with a picture id, then a frame header. */
export function vp8(pictureId: number, keyFrame: boolean): Buffer {
  const descriptor = [0x90, 0x80, 0x80 | ((pictureId >> 8) & 0x7f), pictureId & 0xff];
  // A key frame's header: start code, then 640 × 360.
  const frame = keyFrame ? [0x10, 0x02, 0x00, 0x9d, 0x01, 0x2a, 0x80, 0x02, 0x68, 0x01] : [0x11, 0x02, 0x00];
  return Buffer.from([...descriptor, ...frame, ...Array<number>(200).fill(0x55)]);
}

export interface Received {
  payloadType: number;
  sequence: number;
  timestamp: number;
  ssrc: number;
  payload: Buffer;
}

/** RTCP packet types (RFC 5761 §4). */
export const isRtcp = (data: Buffer) => data.length > 1 && data[1]! >= 192 && data[1]! <= 223;

export function parseRtp(data: Buffer): Received {
  const words = data[0]! & 0x10 ? 1 + data.readUInt16BE(14) : 0;
  return {
    payloadType: data[1]! & 0x7f,
    sequence: data.readUInt16BE(2),
    timestamp: data.readUInt32BE(4),
    ssrc: data.readUInt32BE(8),
    payload: data.subarray(12 + words * 4),
  };
}

/** Whether a VP8 payload with a 15-bit picture id begins a key frame. */
export function isVp8Key(payload: Buffer): boolean {
  const starts = (payload[0]! & 0x10) !== 0;
  const extended = (payload[0]! & 0x80) !== 0;
  const header = extended ? 2 + (payload[2]! & 0x80 ? 2 : 1) : 1;
  return starts && (payload[header]! & 1) === 0;
}

export interface Report {
  ssrc: number;
  unixMs: number;
  timestamp: number;
}

/** The sender report that opens a compound RTCP packet, if one does. */
export function parseReport(data: Buffer): Report | undefined {
  if (data[1] !== 200) return undefined;
  const seconds = data.readUInt32BE(8) - unixEpochInNtp;
  const unixMs = seconds * 1_000 + (data.readUInt32BE(12) / 2 ** 32) * 1_000;
  return { ssrc: data.readUInt32BE(4), unixMs, timestamp: data.readUInt32BE(16) };
}
