import { textFrame } from './text-frame';

describe('textFrame', () => {
  it.each([
    [0, [0x81, 0]],
    [125, [0x81, 125]],
    [126, [0x81, 126, 0, 126]],
    [65_535, [0x81, 126, 0xff, 0xff]],
    [65_536, [0x81, 127, 0, 0, 0, 0, 0, 1, 0, 0]],
  ])('announces %i bytes', (size, header) => {
    const frame = textFrame('a'.repeat(size));
    expect([...frame.subarray(0, header.length)]).toEqual(header);
    expect(frame.length).toBe(header.length + size);
  });

  it('counts bytes, not characters', () => {
    const frame = textFrame('«é»');
    expect(frame[1]).toBe(6);
    expect(frame.subarray(2).toString()).toBe('«é»');
  });
});
