import type { RateLimit } from '@lectern/contracts';
import { DomainError } from './domain-error';

interface Bucket {
  tokens: number;
  at: number;
}

/**
 * Token buckets by key: `count` at once, refilled over `seconds`. Bounded: full buckets are forgotten, and of more
 * than `capacity` keys the longest unused go first.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();

  constructor(
    private readonly capacity = 50_000,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Takes one token. @throws DomainError RATE_LIMITED with the seconds to wait */
  take(key: string, { count, seconds }: RateLimit): void {
    const now = this.now();
    const old = this.buckets.get(key);
    const perMillisecond = count / (seconds * 1000);
    const tokens = old ? Math.min(count, old.tokens + (now - old.at) * perMillisecond) : count;
    // Re-inserted, so that the map's order is the order of use.
    this.buckets.delete(key);
    if (tokens < 1) {
      this.buckets.set(key, { tokens, at: now });
      const retryAfter = Math.ceil((1 - tokens) / perMillisecond / 1000);
      throw new DomainError('RATE_LIMITED', `Too often: wait ${retryAfter} s, then try again.`, { retryAfter });
    }
    this.buckets.set(key, { tokens: tokens - 1, at: now });
    if (this.buckets.size > this.capacity) this.buckets.delete(this.buckets.keys().next().value!);
  }

  get size(): number {
    return this.buckets.size;
  }
}
