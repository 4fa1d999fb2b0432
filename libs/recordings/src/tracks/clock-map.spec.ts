import { ClockFitter } from './clock-map';

/** A network whose delay is exponential over its least: reproducible noise. */
function jitter(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return -8 * Math.log(1 - state / 2 ** 31);
  };
}

const LEAST_DELAY = 30;

describe('ClockFitter', () => {
  it.each([0, 50, -80])('follows a clock that is off by %d ppm for two hours to 5 ms', (ppm) => {
    const fitter = new ClockFitter();
    const delay = jitter(7);
    for (let i = 0; i < 360_000; i++) {
      const sent = i * 20;
      fitter.add(i, 1e6 + sent * (1 + ppm / 1e6), sent + LEAST_DELAY + delay());
    }
    const map = fitter.fit()!;
    expect(map.segmentCount).toBe(1);
    for (const i of [0, 1000, 180_000, 359_999]) {
      const sent = i * 20;
      const error = map.arrival(i, 1e6 + sent * (1 + ppm / 1e6)) - sent - LEAST_DELAY;
      expect(Math.abs(error)).toBeLessThan(5);
    }
  });

  it('is not moved by congestion of some seconds', () => {
    const fitter = new ClockFitter();
    for (let i = 0; i < 3000; i++) {
      const queue = i > 1000 && i < 1200 ? Math.min(i - 1000, 1200 - i) * 15 : 0;
      fitter.add(i, i * 20, i * 20 + queue);
    }
    const map = fitter.fit()!;
    expect(map.segmentCount).toBe(1);
    expect(Math.abs(map.arrival(1100, 1100 * 20) - 1100 * 20)).toBeLessThan(2);
  });

  it('is not misled by a queue that drains at the very beginning', () => {
    const fitter = new ClockFitter();
    for (let i = 0; i < 1500; i++) fitter.add(i, i * 20, i * 20 + Math.max(0, 900 - i * 10));
    const map = fitter.fit()!;
    expect(map.segmentCount).toBe(1);
    expect(Math.abs(map.arrival(5, 100) - 100)).toBeLessThan(10);
  });

  it('begins anew after a pause in which the clock of the source stood still', () => {
    const fitter = new ClockFitter();
    for (let i = 0; i < 2000; i++) fitter.add(i, i * 20, i * 20 + (i >= 1000 ? 30_000 : 0));
    const map = fitter.fit()!;
    expect(map.segmentCount).toBe(2);
    expect(map.arrival(999, 999 * 20)).toBeCloseTo(999 * 20, 0);
    expect(map.arrival(1000, 1000 * 20)).toBeCloseTo(1000 * 20 + 30_000, 0);
  });

  it('needs no new beginning after a pause in which that clock went on', () => {
    const fitter = new ClockFitter();
    for (let i = 0; i < 2000; i++) fitter.add(i, i * 20 + (i >= 1000 ? 30_000 : 0), i * 20 + (i >= 1000 ? 30_000 : 0));
    expect(fitter.fit()!.segmentCount).toBe(1);
  });

  it.each([1e9, -1e9, 2000, -2000])('begins anew when the timestamps jump by %d ms', (jump) => {
    const fitter = new ClockFitter();
    for (let i = 0; i < 2000; i++) fitter.add(i, i * 20 + (i >= 1000 ? jump : 0), i * 20);
    const map = fitter.fit()!;
    expect(map.segmentCount).toBe(2);
    expect(map.arrival(1500, 1500 * 20 + jump)).toBeCloseTo(1500 * 20, 0);
  });

  it('has nothing to say without packets', () => {
    expect(new ClockFitter().fit()).toBeNull();
  });
});
