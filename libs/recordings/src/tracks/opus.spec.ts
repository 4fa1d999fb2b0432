import {
  OPUS_SHORT_SILENCE,
  OPUS_SHORT_SILENCE_MS,
  OPUS_SILENCE,
  OPUS_SILENCE_MS,
  opusDuration,
  opusHead,
} from './opus';

describe('Opus', () => {
  it.each([
    ['SILK, 20 ms', [1 << 3], 20],
    ['SILK, 60 ms, two of them', [(3 << 3) | 1], 120],
    ['hybrid, 10 ms', [12 << 3], 10],
    ['CELT, 2.5 ms', [16 << 3], 2.5],
    ['CELT, 20 ms, three of them', [(31 << 3) | 3, 3], 60],
    ['more than is allowed', [(3 << 3) | 3, 48], 0],
    ['nothing', [], 0],
  ])('%s', (_, bytes, duration) => {
    expect(opusDuration(Buffer.from(bytes))).toBe(duration);
  });

  it('knows how long its own silence is', () => {
    expect(opusDuration(OPUS_SILENCE)).toBe(OPUS_SILENCE_MS);
    expect(opusDuration(OPUS_SHORT_SILENCE)).toBe(OPUS_SHORT_SILENCE_MS);
  });

  it('describes itself as RFC 7845 says', () => {
    expect(opusHead(2).toString('hex')).toBe(Buffer.from('OpusHead').toString('hex') + '0102000080bb0000000000');
  });
});
