/** A stretch of time, in milliseconds from the recording's start. */
export interface Interval {
  start: number;
  end: number;
}

/** Notes when there was media: moments closer to each other than `gapMs` make one stretch. */
export class Presence {
  readonly intervals: Interval[] = [];

  constructor(private readonly gapMs: number) {}

  /** Moments come in order. */
  see(start: number, end = start): void {
    const last = this.intervals.at(-1);
    if (last && start - last.end <= this.gapMs) last.end = Math.max(last.end, end);
    else this.intervals.push({ start, end });
  }
}
