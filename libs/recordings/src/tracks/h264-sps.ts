import { BitReader } from './bit-reader';

/** Profiles whose parameter set says more about colour (ITU-T H.264 §7.3.2.1.1). */
const highProfiles = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135];

/** Width and height that a sequence parameter set announces, cropping applied; null when it makes no sense. */
export function spsSize(sps: Buffer): { width: number; height: number } | null {
  const bits = new BitReader(withoutEmulationPrevention(sps));
  bits.skip(8);
  const profile = bits.read(8);
  bits.skip(16);
  bits.ue();
  const chroma = highProfiles.includes(profile) ? readColour(bits) : 1;
  bits.ue();
  skipPictureOrder(bits);
  bits.ue();
  bits.skip(1);
  return readSize(bits, chroma);
}

/** Returns `chroma_format_idc`. */
function readColour(bits: BitReader): number {
  const chroma = bits.ue();
  if (chroma === 3) bits.skip(1);
  bits.ue();
  bits.ue();
  bits.skip(1);
  if (bits.read(1) === 1) {
    for (let i = 0; i < (chroma === 3 ? 12 : 8); i++) if (bits.read(1) === 1) skipScalingList(bits, i < 6 ? 16 : 64);
  }
  return chroma;
}

function skipScalingList(bits: BitReader, size: number): void {
  let last = 8;
  let next = 8;
  for (let i = 0; i < size; i++) {
    if (next !== 0) next = (last + bits.se() + 256) % 256;
    last = next === 0 ? last : next;
  }
}

function skipPictureOrder(bits: BitReader): void {
  const type = bits.ue();
  if (type === 0) bits.ue();
  if (type !== 1) return;
  bits.skip(1);
  bits.se();
  bits.se();
  for (let cycle = Math.min(bits.ue(), 255); cycle > 0; cycle--) bits.se();
}

function readSize(bits: BitReader, chroma: number): { width: number; height: number } | null {
  const columns = bits.ue() + 1;
  const rows = bits.ue() + 1;
  const frames = bits.read(1);
  if (frames === 0) bits.skip(1);
  bits.skip(1);
  const crop = bits.read(1) === 1 ? [bits.ue(), bits.ue(), bits.ue(), bits.ue()] : [0, 0, 0, 0];
  const unitX = chroma === 1 || chroma === 2 ? 2 : 1;
  const unitY = (chroma === 1 ? 2 : 1) * (2 - frames);
  const width = columns * 16 - unitX * (crop[0]! + crop[1]!);
  const height = rows * 16 * (2 - frames) - unitY * (crop[2]! + crop[3]!);
  return width > 0 && height > 0 && width <= 16_384 && height <= 16_384 ? { width, height } : null;
}

/** 00 00 03 → 00 00 (ITU-T H.264 §7.4.1). */
function withoutEmulationPrevention(unit: Buffer): Buffer {
  return Buffer.from(unit.filter((byte, i) => !(byte === 3 && i >= 2 && unit[i - 1] === 0 && unit[i - 2] === 0)));
}
