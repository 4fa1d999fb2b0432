import { DUCK_RATE, duckingSamples } from './ducking';

/** The factors as dB, by the millisecond. */
function decibels(onAir: [number, number][], durationMs: number) {
  const bytes = duckingSamples(
    onAir.map(([start, end]) => ({ start, end })),
    durationMs,
  );
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
  const all = Array.from(samples, (sample) => 20 * Math.log10(sample / 0x7fff));
  return { all, at: (ms: number) => all[Math.round((ms * DUCK_RATE) / 1000)]! };
}

describe('ducking', () => {
  it('lowers by 20 dB while somebody interprets, and is back a moment after', () => {
    const { at, all } = decibels([[2000, 4000]], 6000);
    expect([at(0), at(2000), at(4300), at(5999)]).toEqual([0, 0, 0, 0]);
    expect([at(2300), at(3000), at(4000)].map(Math.round)).toEqual([-20, -20, -20]);
    expect(all.length).toBeGreaterThan(6 * DUCK_RATE);
  });

  it('never jumps, however short a stretch is, or at the edges of the recording', () => {
    for (const stretch of [
      [1000, 1010],
      [1000, 1200],
      [0, 3000],
      [-500, 50],
      [2900, 9000],
    ] as [number, number][]) {
      const { all } = decibels([stretch], 3000);
      const steps = all.slice(1).map((now, i) => Math.abs(now - all[i]!));
      expect(Math.max(...steps)).toBeLessThan(1);
    }
  });

  it('is at full level without interpreters', () => {
    expect(decibels([], 1000).all.every((gain) => gain === 0)).toBe(true);
  });
});
