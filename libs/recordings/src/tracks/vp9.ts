import type { Picture, VideoCodec } from './picture';
import { BitReader } from './bit-reader';

/** VP9 (payload format: RFC 9628). */
export function vp9(): VideoCodec {
  return { codecId: 'V_VP9', assemble };
}

interface Descriptor {
  size: number;
  /** Predicted from earlier pictures. */
  inter: boolean;
  /** First packet of a layer's frame. */
  begins: boolean;
}

function assemble(payloads: Buffer[]): Picture | null {
  const descriptors = payloads.map(readDescriptor);
  const first = descriptors[0]!;
  if (!first?.begins || descriptors.includes(null)) return null;
  const frames: Buffer[][] = [];
  descriptors.forEach((descriptor, i) => {
    if (descriptor!.begins) frames.push([]);
    frames.at(-1)!.push(payloads[i]!.subarray(descriptor!.size));
  });
  const layers = frames.map((parts) => Buffer.concat(parts)).filter((layer) => layer.length > 0);
  if (layers.length === 0) return null;
  const data = layers.length === 1 ? layers[0]! : superframe(layers);
  return first.inter ? { data, keyframe: false } : { data, keyframe: true, size: keyframeSize(layers.at(-1)!) };
}

/** RFC 9628 §4.2; null when it is cut short. */
function readDescriptor(payload: Buffer): Descriptor | null {
  const flags = payload[0] ?? 0;
  const [hasId, inter, hasLayer, flexible] = [0x80, 0x40, 0x20, 0x10].map((bit) => (flags & bit) !== 0);
  let size = 1;
  if (hasId) size += (payload[size] ?? 0) & 0x80 ? 2 : 1;
  if (hasLayer) size += flexible ? 1 : 2;
  if (flexible && inter) size += referenceBytes(payload, size);
  if (flags & 0x02) size += structureBytes(payload, size);
  return size < payload.length ? { size, inter: inter!, begins: (flags & 0x08) !== 0 } : null;
}

/** Up to three differences of picture ids; the lowest bit says that one more follows. */
function referenceBytes(payload: Buffer, at: number): number {
  let bytes = 1;
  while (bytes < 3 && (payload[at + bytes - 1] ?? 0) & 0x01) bytes++;
  return bytes;
}

/** The scalability structure, RFC 9628 §4.2.1. */
function structureBytes(payload: Buffer, at: number): number {
  const head = payload[at] ?? 0;
  let bytes = 1 + (head & 0x10 ? ((head >> 5) + 1) * 4 : 0);
  if (!(head & 0x08)) return bytes;
  const pictures = payload[at + bytes++] ?? 0;
  for (let i = 0; i < pictures; i++) bytes += 1 + (((payload[at + bytes] ?? 0) >> 2) & 0x03);
  return bytes;
}

/** Spatial layers of one picture as one unit, VP9 bitstream specification annex B. */
function superframe(layers: Buffer[]): Buffer {
  const sizeBytes = 4;
  const marker = 0xc0 | ((sizeBytes - 1) << 3) | (layers.length - 1);
  const index = Buffer.alloc(2 + sizeBytes * layers.length, marker);
  layers.forEach((layer, i) => index.writeUInt32LE(layer.length, 1 + i * sizeBytes));
  return Buffer.concat([...layers, index]);
}

/** The beginning of the uncompressed header, VP9 bitstream specification §6.2, for profile 0 and 2. */
function keyframeSize(data: Buffer): { width: number; height: number } | undefined {
  const bits = new BitReader(data);
  bits.skip(2);
  const profile = bits.read(1) | (bits.read(1) << 1);
  if (profile === 1 || profile === 3) return undefined;
  bits.skip(1 + 1 + 1 + 1 + 24 + (profile === 2 ? 1 : 0));
  const rgb = bits.read(3) === 7;
  if (rgb) return undefined;
  bits.skip(1);
  return { width: bits.read(16) + 1, height: bits.read(16) + 1 };
}
