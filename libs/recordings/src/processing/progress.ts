import type { ProcessStep } from '@lectern/contracts';
import type { Step } from './step';

/** Percent of the whole, when `done` (0 to 1) of this step is. */
export function overallPercent(
  steps: readonly Pick<Step, 'name' | 'share'>[],
  step: ProcessStep,
  done: number,
): number {
  const sum = (some: typeof steps) => some.reduce((shares, { share }) => shares + share, 0);
  const index = steps.findIndex(({ name }) => name === step);
  const own = (steps[index]?.share ?? 0) * Math.min(1, Math.max(0, done));
  return (100 * (sum(steps.slice(0, index)) + own)) / sum(steps);
}

/** Turns the progress of single steps into one percentage that never falls. */
export class Progress {
  #percent = 0;

  constructor(
    private readonly steps: readonly Pick<Step, 'name' | 'share'>[],
    private readonly report: (step: ProcessStep, percent: number) => void = () => undefined,
  ) {}

  /** `done`: 0 to 1 of this step. Reports whole percents, and each step's beginning. */
  at(step: ProcessStep, done: number): void {
    const percent = Math.floor(overallPercent(this.steps, step, done));
    if (percent <= this.#percent && done > 0) return;
    this.#percent = Math.max(this.#percent, percent);
    this.report(step, this.#percent);
  }
}
