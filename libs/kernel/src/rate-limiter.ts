import type { RateLimit } from '@lectern/contracts';
import { DomainError } from './domain-error';

interface Bucket {
  tokens: number;
  at: number;
  /** When it is full again, and may be forgotten. */
  fullAt: number;
}

/** How many buckets are looked at for each token taken: more than the one that comes, so that the round ends. */
const SWEPT = 2;

/**
 * Token buckets by key: `count` at once, refilled over `seconds`. Bounded: full buckets are forgotten, and of more
 * than `capacity` keys the longest unused go first.
 */
export class RateLimiter {
  private readonly buckets = new Map<string, Bucket>();
  private sweeper = this.buckets.entries();

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
    this.sweep(now);
    if (tokens < 1) {
      this.buckets.set(key, { tokens, at: now, fullAt: now + (count - tokens) / perMillisecond });
      const retryAfter = Math.ceil((1 - tokens) / perMillisecond / 1000);
      throw new DomainError('RATE_LIMITED', `Too often: wait ${retryAfter} s, then try again.`, { retryAfter });
    }
    this.buckets.set(key, { tokens: tokens - 1, at: now, fullAt: now + (count - tokens + 1) / perMillisecond });
    if (this.buckets.size > this.capacity) this.buckets.delete(this.buckets.keys().next().value!);
  }

  /** Forgets full buckets: the next token finds a full one anyway. Goes round all of them, a few with each token taken. */
  private sweep(now: number): void {
    for (let left = SWEPT; left > 0; left--) {
      const { value, done } = this.sweeper.next();
      if (done) return void (this.sweeper = this.buckets.entries());
      if (value[1].fullAt <= now) this.buckets.delete(value[0]);
    }
  }

  get size(): number {
    return this.buckets.size;
  }
}
