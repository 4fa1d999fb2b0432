const FINAL_TEXT = 0x81;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

/**
 * A whole, unmasked WebSocket text frame (RFC 6455 §5.2) in one buffer, so that it is built once for all who get it and
 * costs each of them a single write.
 */
export function textFrame(text: string): Buffer {
  const size = Buffer.byteLength(text);
  const header = headerFor(size);
  const frame = Buffer.allocUnsafe(header.length + size);
  header.copy(frame);
  frame.write(text, header.length);
  return frame;
}

function headerFor(size: number): Buffer {
  if (size < LENGTH_16) return Buffer.from([FINAL_TEXT, size]);
  const header = Buffer.alloc(size < 0x10000 ? 4 : 10);
  header[0] = FINAL_TEXT;
  header[1] = header.length === 4 ? LENGTH_16 : LENGTH_64;
  if (header.length === 4) header.writeUInt16BE(size, 2);
  else header.writeBigUInt64BE(BigInt(size), 2);
  return header;
}
