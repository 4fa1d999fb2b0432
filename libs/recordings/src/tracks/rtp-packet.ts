/** A packet of the Real-time Transport Protocol, RFC 3550 §5.1, without what only its transport needed. */
export interface RtpPacket {
  payloadType: number;
  sequence: number;
  timestamp: number;
  ssrc: number;
  /** For video: the last packet of a picture. */
  marker: boolean;
  /** Without CSRC list, header extension and padding; may be empty. */
  payload: Buffer;
}

/** Reads a packet; null when it is malformed. */
export function parseRtp(data: Buffer): RtpPacket | null {
  if (data.length < 12 || data[0]! >> 6 !== 2) return null;
  const start = payloadStart(data);
  const padding = data[0]! & 0x20 ? data[data.length - 1]! : 0;
  const end = data.length - padding;
  if (start === null || end < start || (data[0]! & 0x20 && padding === 0)) return null;
  return {
    payloadType: data[1]! & 0x7f,
    marker: (data[1]! & 0x80) !== 0,
    sequence: data.readUInt16BE(2),
    timestamp: data.readUInt32BE(4),
    ssrc: data.readUInt32BE(8),
    payload: data.subarray(start, end),
  };
}

function payloadStart(data: Buffer): number | null {
  const afterCsrc = 12 + (data[0]! & 0x0f) * 4;
  if (!(data[0]! & 0x10)) return afterCsrc <= data.length ? afterCsrc : null;
  if (data.length < afterCsrc + 4) return null;
  const end = afterCsrc + 4 + data.readUInt16BE(afterCsrc + 2) * 4;
  return end <= data.length ? end : null;
}
