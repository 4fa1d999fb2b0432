import { contentType } from './content-type';

const bytes = (text: string) => Buffer.from(text, 'latin1');

describe('contentType', () => {
  it.each([
    ['%PDF-1.7\n', 'pdf'],
    [`junk that some writers put before it\n%PDF-1.4`, 'pdf'],
    ['\0\0\0\x20ftypisom', 'mp4'],
    ['\0\0\0\x14ftypqt  ', 'mp4'],
    ['\x1a\x45\xdf\xa3\x01\0\0\0', 'matroska'],
    ['<!DOCTYPE html><script>alert(1)</script>%PDF-1.7', 'unknown'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'unknown'],
    ['#EXTM3U\nfile:///etc/passwd', 'unknown'],
    ['ffconcat version 1.0\nfile /etc/passwd', 'unknown'],
    ['PK\x03\x04', 'unknown'],
    ['', 'unknown'],
  ])('takes %j for %s', (head, type) => {
    expect(contentType(bytes(head))).toBe(type);
  });

  it('looks no further than the first 1,024 bytes', () => {
    expect(contentType(bytes(`${' '.repeat(1024)}%PDF-1.7`))).toBe('unknown');
  });
});
