import { loudness } from './meter';

describe('loudness', () => {
  it('is nothing in silence, all at full scale, and most of the meter at the level of speech', () => {
    expect(loudness(new Float32Array(512))).toBe(0);
    expect(loudness(new Float32Array(512).fill(1))).toBe(1);
    expect(loudness(new Float32Array(512).fill(0.1))).toBeCloseTo(0.67, 1);
  });
});
