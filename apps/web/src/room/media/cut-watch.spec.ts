import { CutWatch } from './cut-watch';

describe('a line that was cut', () => {
  it('is none that connects for the first time', () => {
    const watch = new CutWatch();
    watch.rebuilt();
    watch.onState('connecting', 0);
    watch.onState('connected', 100);
    expect(watch.isCut(101)).toBe(false);
  });

  it.each(['disconnected', 'failed'] as const)('is judged again some seconds after it was %s', (state) => {
    const watch = new CutWatch();
    watch.onState('connected', 0);
    watch.onState(state, 1000);
    expect(watch.isCut(60_000)).toBe(true);
    watch.onState('connected', 60_000);
    expect([watch.isCut(62_000), watch.isCut(64_000)]).toEqual([true, false]);
  });

  it('may have come back over transports that were built anew', () => {
    const watch = new CutWatch();
    watch.onState('connected', 0);
    watch.rebuilt();
    watch.rebuilt();
    watch.onState('connecting', 1000);
    expect(watch.isCut(1000)).toBe(true);
    watch.onState('connected', 2000);
    expect([watch.isCut(2001), watch.isCut(6000)]).toEqual([true, false]);
  });
});
