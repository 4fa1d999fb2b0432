import { RateLimiter } from './rate-limiter';

describe('RateLimiter', () => {
  let now = 0;
  const limit = { count: 2, seconds: 10 };
  const limiter = (capacity?: number) => new RateLimiter(capacity, () => now);
  beforeEach(() => (now = 0));

  it('lets a burst through, then refuses with the time to wait', () => {
    const one = limiter();
    one.take('a', limit);
    one.take('a', limit);
    expect(() => one.take('a', limit)).toThrow('wait 5 s');
  });

  it('refills with time, and a refused try costs nothing', () => {
    const one = limiter();
    one.take('a', limit);
    one.take('a', limit);
    now = 4_999;
    expect(() => one.take('a', limit)).toThrow();
    now = 5_001;
    expect(() => one.take('a', limit)).not.toThrow();
  });

  it('keeps keys apart and stays bounded', () => {
    const one = limiter(3);
    for (const key of ['a', 'b', 'c', 'd', 'e']) one.take(key, { count: 1, seconds: 1 });
    expect(one.size).toBe(3);
    expect(() => one.take('e', { count: 1, seconds: 1 })).toThrow();
  });

  it('forgets buckets that are full again, and no others', () => {
    const one = limiter();
    one.take('slow', { count: 1, seconds: 1_000 });
    for (let key = 0; key < 1_000; key++) one.take(`quick ${key}`, { count: 1, seconds: 1 });
    now = 2_000;
    for (let turn = 0; turn < 600; turn++) one.take('busy', { count: 1_000, seconds: 1 });
    expect(one.size).toBe(2);
    expect(() => one.take('slow', { count: 1, seconds: 1_000 })).toThrow();
  });
});
