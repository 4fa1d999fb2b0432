import { BitReader } from './bit-reader';

interface Sequence {
  profile: number;
  /** Of the first operating point, which is the one with all layers. */
  level: number;
  tier: number;
  size: { width: number; height: number };
}

/** The picture's size by the content of a sequence header OBU; undefined for forms that no browser sends. */
export function sequenceSize(content: Buffer): { width: number; height: number } | undefined {
  return readSequence(content)?.size;
}

/**
 * AV1CodecConfigurationRecord ("AV1 Codec ISO Media File Format Binding" §2.3) of 8 bits and 4:2:0, which is all that
 * browsers send; decoders go by the sequence header in it.
 *
 * @param sequence the whole OBU of the sequence header, with its size
 * @param content of that
 */
export function av1Config(sequence: Buffer, content: Buffer): Buffer {
  const { profile = 0, level = 0, tier = 0 } = readSequence(content) ?? {};
  const subsampled = 0x0c;
  return Buffer.concat([Buffer.from([0x81, (profile << 5) | level, (tier << 7) | subsampled, 0]), sequence]);
}

/** The beginning of a sequence header, AV1 bitstream specification §5.5.1. */
function readSequence(content: Buffer): Sequence | undefined {
  const bits = new BitReader(content);
  const profile = bits.read(3);
  bits.skip(1);
  const reduced = bits.read(1) === 1;
  const timed = !reduced && bits.read(1) === 1;
  if (timed) return undefined;
  const { level, tier } = reduced ? { level: bits.read(5), tier: 0 } : operatingPoints(bits);
  const [widthBits, heightBits] = [bits.read(4) + 1, bits.read(4) + 1];
  return { profile, level, tier, size: { width: bits.read(widthBits) + 1, height: bits.read(heightBits) + 1 } };
}

function operatingPoints(bits: BitReader): { level: number; tier: number } {
  const delayed = bits.read(1) === 1;
  const count = bits.read(5) + 1;
  const points = Array.from({ length: count }, () => {
    bits.skip(12);
    const level = bits.read(5);
    const tier = level > 7 ? bits.read(1) : 0;
    if (delayed && bits.read(1)) bits.skip(4);
    return { level, tier };
  });
  return points[0]!;
}
