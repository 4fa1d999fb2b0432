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
});
