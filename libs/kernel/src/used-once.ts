/** Remembers what may be used only once, such as a ticket. */
export abstract class UsedOnce {
  /** @returns false when it was used before. @param until when it loses its worth anyway, in ms since 1970 */
  abstract use(id: string, until: number): Promise<boolean>;
}

const MOST_REMEMBERED = 100_000;
/** In ms. A map that has lost its first entries is slow to say which is the first now, so this is not asked each time. */
const SWEEP_EVERY = 1_000;

/** For a single server. */
export class UsedOnceHere extends UsedOnce {
  /** In the order of use. */
  private readonly used = new Map<string, number>();
  private sweepAt = 0;

  constructor(private readonly now: () => number = Date.now) {
    super();
  }

  use(id: string, until: number): Promise<boolean> {
    if (this.used.has(id)) return Promise.resolve(false);
    this.used.set(id, until);
    this.sweep(this.now());
    return Promise.resolve(true);
  }

  private sweep(now: number): void {
    if (now < this.sweepAt && this.used.size <= MOST_REMEMBERED) return;
    this.sweepAt = now + SWEEP_EVERY;
    for (const [old, end] of this.used) {
      if (end > now && this.used.size <= MOST_REMEMBERED) break;
      this.used.delete(old);
    }
  }
}
