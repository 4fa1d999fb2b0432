import { Latest } from './latest';

describe('Latest', () => {
  it('makes each version of each key once', async () => {
    const latest = new Latest<string>();
    const make = jest.fn((what: string) => Promise.resolve(what));
    const get = (key: string, version: number) => latest.get(key, version, () => make(`${key}${version}`));
    expect(await Promise.all([get('a', 1), get('a', 1), get('b', 1), get('a', 2), get('a', 2)])).toEqual([
      'a1',
      'a1',
      'b1',
      'a2',
      'a2',
    ]);
    expect(make).toHaveBeenCalledTimes(3);
  });

  it('makes it again after a while', async () => {
    let now = 0;
    const latest = new Latest<number>(10, () => now);
    const at = () => latest.get('a', 1, () => Promise.resolve(now));
    expect(await at()).toBe(0);
    now = 1_999;
    expect(await at()).toBe(0);
    now = 2_000;
    expect(await at()).toBe(2_000);
  });

  it('makes again what failed', async () => {
    const latest = new Latest<string>();
    await expect(latest.get('a', 1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await latest.get('a', 1, () => Promise.resolve('yes'))).toBe('yes');
  });

  it('stays bounded', async () => {
    const latest = new Latest<number>(2);
    for (const key of ['a', 'b', 'c']) await latest.get(key, 1, () => Promise.resolve(1));
    expect(latest['known'].size).toBe(2);
  });
});
