/** Wall-clock time, replaceable in tests. Durations are measured with `performance.now()`, never with this. */
export class Clock {
  /** Milliseconds since 1970. */
  now(): number {
    return Date.now();
  }

  /** RFC 3339 in UTC with milliseconds: the form of every stored and sent time. */
  instant(): string {
    return new Date(this.now()).toISOString();
  }
}
