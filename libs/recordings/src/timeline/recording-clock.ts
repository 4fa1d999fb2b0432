import { z } from 'zod';

/** One moment read from two clocks: epoch milliseconds, and nanoseconds of the system's monotonic clock. */
export const ClockAnchor = z.object({ wallMs: z.number(), monotonicNs: z.string().regex(/^\d+$/) });
export type ClockAnchor = z.infer<typeof ClockAnchor>;

/**
 * The time base of recordings: wall time that does not jump. It is anchored to the wall clock once and follows the
 * monotonic clock from there. That clock is the same for all processes of a machine, so a process that is given the
 * anchor of another agrees with it, even when somebody has set the wall clock meanwhile.
 */
export class RecordingClock {
  readonly #origin: bigint;

  constructor(readonly anchor: ClockAnchor = takeAnchor()) {
    this.#origin = BigInt(anchor.monotonicNs);
  }

  /** Epoch milliseconds, with fractions. */
  now(): number {
    return this.anchor.wallMs + Number(process.hrtime.bigint() - this.#origin) / 1e6;
  }
}

function takeAnchor(): ClockAnchor {
  return { wallMs: Date.now(), monotonicNs: process.hrtime.bigint().toString() };
}
