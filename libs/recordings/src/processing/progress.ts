import type { RecordingStep } from '@lectern/contracts';

/** The steps of processing and how much of the whole each takes, in percent. */
const shares = { tracks: 5, compose: 45, transcribe: 30, captions: 2, renditions: 15, thumbnail: 3 } as const;
export type ProcessStep = keyof typeof shares;

const order = Object.keys(shares) as ProcessStep[];

/** Turns the progress of single steps into one percentage that never falls. */
export class Progress {
  #percent = 0;

  constructor(private readonly report: (step: RecordingStep, percent: number) => void = () => undefined) {}

  /** `done`: 0 to 1 of this step. Reports whole percents, and each step's beginning. */
  at(step: ProcessStep, done: number): void {
    const before = order.slice(0, order.indexOf(step)).reduce((sum, each) => sum + shares[each], 0);
    const percent = Math.floor(before + shares[step] * Math.min(1, Math.max(0, done)));
    if (percent <= this.#percent && done > 0) return;
    this.#percent = Math.max(this.#percent, percent);
    this.report(step, this.#percent);
  }
}
