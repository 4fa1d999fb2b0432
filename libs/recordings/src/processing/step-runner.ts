import type { ProcessStep } from '@lectern/contracts';
import { stepNamed, stepsFor } from './steps/all-steps';
import { dueSteps, type StepState } from './due-steps';
import { RecordingFolder } from './recording-folder';
import type { Step, StepSettings } from './step';
import { type Redo, StepResults } from './step-results';

export interface StepRunnerOptions extends StepSettings {
  /** The recording's folder: `timeline.jsonl`, `tracks/`; results go to `out/` and `steps/`. */
  dir: string;
  /** Counts how often the recording has been handed to the processing. */
  run?: number;
  redo?: Redo;
}

/** Runs single steps on one recording's folder. */
export class StepRunner {
  readonly folder: RecordingFolder;
  readonly results: StepResults;

  constructor(private readonly options: StepRunnerOptions) {
    this.folder = new RecordingFolder(options.dir);
    this.results = new StepResults(options.dir, options.redo);
  }

  /**
   * Runs a step, unless its result is there already, or nothing needs it any more. Rejects with `signal.reason` when
   * aborted, with a WRONG_STATE DomainError when nothing was recorded, and with an Error in words otherwise.
   * @returns whether there was something to do
   */
  async run(name: ProcessStep, onProgress: (done: number) => void): Promise<boolean> {
    this.options.signal?.throwIfAborted();
    if (!(await this.#isDue(name))) return false;
    await this.folder.prepare();
    onProgress(0);
    const step = stepNamed(name);
    const read = <R>(needed: Step<R>) => this.results.read(needed);
    const result = await step.run({ ...this.options, folder: this.folder, read, onProgress });
    await this.results.write(step, this.options.run ?? 1, result);
    onProgress(1);
    return true;
  }

  async #isDue(name: ProcessStep): Promise<boolean> {
    const states = new Map<ProcessStep, StepState>();
    const steps = stepsFor(this.options.extras ?? []);
    for (const step of steps) states.set(step.name, await this.results.stateOf(step));
    return dueSteps(steps, (step) => states.get(step)!).has(name);
  }
}
