/** An Opus frame as it came over RTP (RFC 7587): its clock is always 48 kHz. */
export interface OpusPacket {
  timestamp: number;
  sequence: number;
  frame: Buffer;
}

/** Reads a packet of the SFU's own making; null for RTCP, which shares the port, and for what carries no sound. */
export function readOpusPacket(data: Buffer): OpusPacket | null {
  if (data.length < 12 || data[0]! >> 6 !== 2 || isRtcp(data)) return null;
  const start = headerLength(data);
  const padding = data[0]! & 0x20 ? data[data.length - 1]! : 0;
  const end = data.length - padding;
  if (start >= end) return null;
  return {
    sequence: data.readUInt16BE(2),
    timestamp: data.readUInt32BE(4),
    frame: data.subarray(start, end),
  };
}

/** RFC 5761 §4: these payload types are RTCP's where both share a port. */
const isRtcp = (data: Buffer): boolean => data[1]! >= 192 && data[1]! <= 223;

function headerLength(data: Buffer): number {
  const afterCsrc = 12 + (data[0]! & 0x0f) * 4;
  if (!(data[0]! & 0x10)) return afterCsrc;
  if (data.length < afterCsrc + 4) return data.length;
  return afterCsrc + 4 + data.readUInt16BE(afterCsrc + 2) * 4;
}
