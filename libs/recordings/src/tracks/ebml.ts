/** The least of EBML (RFC 8794) that a Matroska file needs. Ids are written as the specifications print them. */

/** An element whose content is known: id, size, content. */
export function element(id: number, ...content: Buffer[]): Buffer {
  const size = content.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([idBytes(id), sizeBytes(size), ...content]);
}

/** Unsigned integer, in as many bytes as it needs, or as many as are asked for. */
export function uint(id: number, value: number, bytes = byteLength(value)): Buffer {
  const content = Buffer.alloc(bytes);
  if (bytes > 6) content.writeBigUInt64BE(BigInt(value));
  else content.writeUIntBE(value, 0, bytes);
  return element(id, content);
}

/** 64-bit floating point number. */
export function float(id: number, value: number): Buffer {
  const content = Buffer.alloc(8);
  content.writeDoubleBE(value);
  return element(id, content);
}

/** Text in UTF-8. */
export function text(id: number, value: string): Buffer {
  return element(id, Buffer.from(value));
}

/** The head of an element whose size is filled in later: eight bytes of "unknown" (RFC 8794 §6.2). */
export function openElement(id: number): Buffer {
  return Buffer.concat([idBytes(id), Buffer.from('01ffffffffffffff', 'hex')]);
}

/** The size to put in place of {@link openElement}'s. */
export function longSize(size: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(size) | (1n << 56n));
  return bytes;
}

function idBytes(id: number): Buffer {
  const bytes = Buffer.alloc(byteLength(id));
  bytes.writeUIntBE(id, 0, bytes.length);
  return bytes;
}

function sizeBytes(size: number): Buffer {
  // One byte holds seven bits, the value of all ones being reserved.
  const bytes = [1, 2, 3, 4].find((n) => size < 2 ** (7 * n) - 1);
  if (bytes === undefined) return longSize(size);
  const encoded = Buffer.alloc(bytes);
  encoded.writeUIntBE(size + 2 ** (7 * bytes), 0, bytes);
  return encoded;
}

function byteLength(value: number): number {
  let bytes = 1;
  while (value >= 2 ** (8 * bytes)) bytes++;
  return bytes > 6 ? 8 : bytes;
}
