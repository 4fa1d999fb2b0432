import { stripMetadata } from './strip-metadata';

const text = (words: string) => Buffer.from(words, 'latin1');
const secret = 'GPS 11.55 N 104.92 E';

const segment = (marker: number, content: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
};

/** EXIF of either byte order with a turn and something that tells. */
function exif(turn: number, little = false): Buffer {
  const tiff = Buffer.alloc(26);
  tiff.write(little ? 'II' : 'MM', 'latin1');
  const short = (value: number, at: number) => (little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at));
  const long = (value: number, at: number) => (little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at));
  short(42, 2);
  long(8, 4);
  short(1, 8);
  short(0x0112, 10);
  short(3, 12);
  long(1, 14);
  short(turn, 18);
  return Buffer.concat([text('Exif\0\0'), tiff, text(secret)]);
}

function jpeg(...segments: Buffer[]): Buffer {
  const scan = Buffer.concat([segment(0xda, text('123456')), text('pixels'), Buffer.from([0xff, 0xd9])]);
  return Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, scan]);
}

const chunk = (type: string, content: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32BE(content.length);
  return Buffer.concat([size, text(type), content, text('crc.')]);
};
const png = (...chunks: Buffer[]) => Buffer.concat([text('\x89PNG\r\n\x1a\n'), ...chunks, chunk('IEND', text(''))]);

const riffChunk = (type: string, content: Buffer) => {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([text(type), size, content, Buffer.alloc(content.length % 2)]);
};
function webp(...chunks: Buffer[]): Buffer {
  const content = Buffer.concat([text('WEBP'), ...chunks]);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(content.length);
  return Buffer.concat([text('RIFF'), size, content]);
}

describe('stripMetadata', () => {
  const profile = segment(0xe2, text('ICC_PROFILE'));
  const telling = [segment(0xed, text(secret)), segment(0xfe, text(secret)), segment(0xe1, text(`xmp ${secret}`))];

  it('takes what tells out of a JPEG, and keeps the profile and the picture', () => {
    const upright = jpeg(segment(0xe1, exif(1)), profile, ...telling);
    expect(stripMetadata(upright, 'image/jpeg')).toEqual(jpeg(profile));
  });

  it.each([
    [6, false],
    [8, true],
  ])('keeps the turn %i of a JPEG (little endian: %s)', (turn, little) => {
    const stripped = stripMetadata(jpeg(segment(0xe1, exif(turn, little)), profile), 'image/jpeg');
    expect(stripped.includes(secret)).toBe(false);
    const tiff = stripped.subarray(stripped.indexOf('Exif') + 6);
    expect([tiff.toString('latin1', 0, 2), tiff.readUInt16BE(10), tiff.readUInt16BE(18)]).toEqual(['MM', 0x0112, turn]);
    // Nothing is left of it but this.
    expect(stripped.length).toBe(jpeg(profile).length + 4 + 6 + 26);
  });

  it('takes texts, times and EXIF out of a PNG, and what follows its end', () => {
    const header = chunk('IHDR', text('header'));
    const full = png(header, ...['eXIf', 'tEXt', 'iTXt', 'zTXt', 'tIME'].map((type) => chunk(type, text(secret))));
    expect(stripMetadata(Buffer.concat([full, text(secret)]), 'image/png')).toEqual(png(header));
  });

  it('takes EXIF and XMP out of a WebP, and no longer announces them', () => {
    const head = (flags: number) => riffChunk('VP8X', Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0]));
    const picture = riffChunk('VP8 ', text('odd'));
    const full = webp(head(0b11100), picture, riffChunk('EXIF', exif(1)), riffChunk('XMP ', text(secret)));
    expect(stripMetadata(full, 'image/webp')).toEqual(webp(head(0b10000), picture));
  });

  it.each(['image/jpeg', 'image/png', 'image/webp'])('leaves a broken %s as it is, and comes to an end', (type) => {
    for (const broken of [text(''), text('xx'), jpeg().subarray(0, 5), png().subarray(0, 12), Buffer.alloc(100, 0xff)])
      expect(() => stripMetadata(broken, type)).not.toThrow();
  });
});
