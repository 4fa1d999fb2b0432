import { formatBytes } from './format-bytes';

describe('formatBytes', () => {
  it.each([
    [0, '0 bytes'],
    [999, '999 bytes'],
    [1_000, '1 kB'],
    [1_234_567, '1.2 MB'],
    [2_000_000_000, '2 GB'],
  ])('writes %i as %s', (bytes, text) => expect(formatBytes(bytes, 'en')).toBe(text));
});
