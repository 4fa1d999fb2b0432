import { UsedOnceHere } from './used-once';

describe('UsedOnceHere', () => {
  it('lets each be used once, and forgets what is worth nothing any more', async () => {
    let now = 0;
    const used = new UsedOnceHere(() => now);
    expect([await used.use('a', 10), await used.use('a', 10), await used.use('b', 10)]).toEqual([true, false, true]);
    now = 2_000;
    expect(await used.use('c', 2_020)).toBe(true);
    expect(used['used'].size).toBe(1);
  });
});
