/**
 * Gathers changes by key and hands them on at most once per `interval`: however many people click, the room hears
 * a few times a second. The first change of a quiet time goes out at once. The interval is in milliseconds.
 */
export class Coalescer<T> {
  private pending = new Map<string, T>();
  private timer?: NodeJS.Timeout;

  constructor(
    private readonly interval: number | (() => number),
    private readonly flush: (changes: Map<string, T>) => void,
  ) {}

  set(key: string, change: T): void {
    this.pending.set(key, change);
    if (this.timer) return;
    this.send();
  }

  private send(): void {
    this.timer = undefined;
    if (this.pending.size === 0) return;
    const interval = typeof this.interval === 'number' ? this.interval : this.interval();
    this.timer = setTimeout(() => this.send(), interval).unref();
    const changes = this.pending;
    this.pending = new Map();
    this.flush(changes);
  }

  /** Drops what waits. */
  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.pending.clear();
  }
}
