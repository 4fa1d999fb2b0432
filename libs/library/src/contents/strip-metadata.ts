/**
 * A picture without what cameras and programs write into it (EXIF, XMP, IPTC, comments: where and when it was taken, by
 * whom, with which device). What is seen stays: colour profiles, and the turn that EXIF asks for.
 * @returns the same bytes where there is nothing to take away, or where the picture is not built as it should be
 */
export function stripMetadata(picture: Buffer, mediaType: string): Buffer {
  if (mediaType === 'image/jpeg') return stripJpeg(picture);
  if (mediaType === 'image/png') return stripPng(picture);
  if (mediaType === 'image/webp') return stripWebp(picture);
  return picture;
}

/** Pictures that are cleaned; in no other may there be such data. */
export const cleanable: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];

const APP1 = 0xe1;
const APP13 = 0xed;
const COMMENT = 0xfe;
const START_OF_SCAN = 0xda;
const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** ISO/IEC 10918-1, annex B: segments of a marker, a length and content, until the compressed picture begins. */
function stripJpeg(picture: Buffer): Buffer {
  const kept = [picture.subarray(0, 2)];
  for (let at = 2; at + 4 <= picture.length;) {
    if (picture[at] !== 0xff) return picture;
    const marker = picture[at + 1]!;
    if (marker === START_OF_SCAN) return Buffer.concat([...kept, picture.subarray(at)]);
    const end = at + 2 + picture.readUInt16BE(at + 2);
    const content = picture.subarray(at + 4, end);
    if (marker === APP1 && content.subarray(0, EXIF.length).equals(EXIF)) kept.push(turnOnly(content));
    else if (marker !== APP1 && marker !== APP13 && marker !== COMMENT) kept.push(picture.subarray(at, end));
    at = end;
  }
  return picture;
}

/** An EXIF segment that says nothing but how to turn the picture; nothing where it stands upright. */
function turnOnly(exif: Buffer): Buffer {
  const turn = orientation(exif.subarray(EXIF.length));
  if (turn <= 1 || turn > 8) return Buffer.alloc(0);
  // TIFF, big endian, one directory with one entry: tag 0x0112, SHORT, 1 value.
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex');
  tiff.writeUInt16BE(turn, 18);
  const content = Buffer.concat([EXIF, tiff]);
  const head = Buffer.from([0xff, APP1, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}

function orientation(tiff: Buffer): number {
  const little = tiff.toString('latin1', 0, 2) === 'II';
  const short = (at: number) => (at + 2 > tiff.length ? 0 : little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
  const long = (at: number) => (at + 4 > tiff.length ? 0 : little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at));
  const directory = long(4);
  for (let entry = 0; entry < short(directory); entry += 1) {
    const at = directory + 2 + entry * 12;
    if (short(at) === 0x0112) return short(at + 8);
  }
  return 1;
}

const telling = new Set(['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME']);

/** ISO/IEC 15948: chunks of a length, a type, content and a checksum. What follows the last one goes too. */
function stripPng(picture: Buffer): Buffer {
  const kept = [picture.subarray(0, 8)];
  for (let at = 8; at + 12 <= picture.length;) {
    const type = picture.toString('latin1', at + 4, at + 8);
    const end = at + 12 + picture.readUInt32BE(at);
    if (end > picture.length) return picture;
    if (!telling.has(type)) kept.push(picture.subarray(at, end));
    if (type === 'IEND') return Buffer.concat(kept);
    at = end;
  }
  return picture;
}

/** RFC 9649: RIFF chunks of a type, a length and content, padded to an even length. */
function stripWebp(picture: Buffer): Buffer {
  if (picture.length < 12) return picture;
  const kept: Buffer[] = [];
  for (let at = 12; at + 8 <= picture.length;) {
    const type = picture.toString('latin1', at, at + 4);
    const size = picture.readUInt32LE(at + 4);
    const end = at + 8 + size + (size % 2);
    if (end > picture.length) return picture;
    const chunk = Buffer.from(picture.subarray(at, end));
    // The bits that announce EXIF and XMP.
    if (type === 'VP8X') chunk[8] = chunk[8]! & ~0b1100;
    if (type !== 'EXIF' && type !== 'XMP ') kept.push(chunk);
    at = end;
  }
  const content = Buffer.concat(kept);
  const head = Buffer.from(picture.subarray(0, 12));
  head.writeUInt32LE(content.length + 4, 4);
  return Buffer.concat([head, content]);
}
