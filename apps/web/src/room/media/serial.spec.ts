import { serial } from './serial';

describe('serial', () => {
  it('runs one at a time, and once more for all that was asked meanwhile', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    const go = serial(async () => {
      most = Math.max(most, ++running);
      runs += 1;
      await Promise.resolve();
      running -= 1;
    });
    go();
    go();
    go();
    await new Promise((resolve) => setImmediate(resolve));
    expect([most, runs]).toEqual([1, 2]);
    go();
    await new Promise((resolve) => setImmediate(resolve));
    expect(runs).toBe(3);
  });
});
