/** Remembers what may be used only once, such as a ticket. */
export abstract class UsedOnce {
  /** @returns false when it was used before. @param until when it loses its worth anyway, in ms since 1970 */
  abstract use(id: string, until: number): Promise<boolean>;
}

const MOST_REMEMBERED = 100_000;

/** For a single server. */
export class UsedOnceHere extends UsedOnce {
  /** In the order of use. */
  private readonly used = new Map<string, number>();

  constructor(private readonly now: () => number = Date.now) {
    super();
  }

  use(id: string, until: number): Promise<boolean> {
    if (this.used.has(id)) return Promise.resolve(false);
    this.used.set(id, until);
    for (const [old, end] of this.used) {
      if (end > this.now() && this.used.size <= MOST_REMEMBERED) break;
      this.used.delete(old);
    }
    return Promise.resolve(true);
  }
}
