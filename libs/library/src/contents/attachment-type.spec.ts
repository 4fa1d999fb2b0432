import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { attachmentType, isShown } from './attachment-type';
import { contentDisposition } from './content-disposition';

describe('attachmentType', () => {
  let folder: string;
  beforeAll(async () => void (folder = await mkdtemp(join(tmpdir(), 'lectern-type-'))));
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function typeOf(content: string | Buffer): Promise<string> {
    const path = join(folder, 'x');
    await writeFile(path, content);
    return attachmentType(path).catch((error: { code: string }) => error.code);
  }

  it.each([
    ['%PDF-1.7\n', 'application/pdf'],
    ['A plain text, “with” letters: អប់រំ', 'text/plain'],
    // It is never shown by a browser: it goes out as a download.
    ['<!DOCTYPE html><script>alert(1)</script>', 'text/plain'],
    ['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'text/plain'],
    ['<?xml version="1.0"?><svg/>', 'text/plain'],
    ['\x7fELF\x02\x01\x01\0', 'TYPE_UNSUPPORTED'],
    ['MZ\x90\0\x03\0\0\0', 'TYPE_UNSUPPORTED'],
    ['\0\0\0', 'TYPE_UNSUPPORTED'],
    ['', 'TYPE_UNSUPPORTED'],
  ])('takes %j for %s', async (content, type) => expect(await typeOf(content)).toBe(type));

  it('knows an office document by what is packed in it', async () => {
    expect(await typeOf(stored('mimetype', 'application/vnd.oasis.opendocument.text'))).toBe(
      'application/vnd.oasis.opendocument.text',
    );
    expect(await typeOf(Buffer.from([0x61, 0xff, 0xfe, 0x62]))).toBe('TYPE_UNSUPPORTED');
  });

  it('shows pictures and PDF alone', () => {
    expect(['application/pdf', 'image/png', 'image/svg+xml', 'text/html', 'text/plain'].filter(isShown)).toEqual([
      'application/pdf',
      'image/png',
    ]);
  });
});

/** A ZIP's first entry, not compressed. */
function stored(name: string, content: string): Buffer {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt16LE(20, 4);
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(name + content)]);
}

describe('contentDisposition', () => {
  it.each([
    ['a.pdf', `inline; filename="a.pdf"; filename*=UTF-8''a.pdf`],
    ['é"\r\n;.pdf', `inline; filename="____;.pdf"; filename*=UTF-8''%C3%A9%22%0D%0A%3B.pdf`],
    ["ក' (1).pdf", `inline; filename="_' (1).pdf"; filename*=UTF-8''%E1%9E%80%27%20%281%29.pdf`],
  ])('of %j', (name, expected) => expect(contentDisposition('inline', name)).toBe(expected));
});
