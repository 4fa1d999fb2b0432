import type { ProcessStep } from '@lectern/contracts';
import { type ProcessResult, processResult } from './process-result';
import { Progress } from './progress';
import type { StepSettings } from './step';
import { StepRunner } from './step-runner';
import { stepsFor } from './steps/all-steps';

/** Options of {@link processRecording}. */
export interface ProcessOptions extends StepSettings {
  /** The recording's folder: `timeline.jsonl`, `tracks/`; the result goes to `out/`. */
  dir: string;
  /** `percent`: 0 to 100 over all the steps, never falling. */
  onProgress?: (step: ProcessStep, percent: number) => void;
  /** Process again although there is a result. */
  force?: boolean;
}

/**
 * Runs all steps, one after the other, in this process: what the queue does step by step. It may be run again after any
 * failure or kill, and then goes on from what is whole; after a success it returns the same result at once. Rejects with
 * `signal.reason` when aborted, with a WRONG_STATE DomainError when nothing was recorded, and with an Error in words
 * otherwise.
 */
export async function processRecording({ onProgress, force, ...options }: ProcessOptions): Promise<ProcessResult> {
  const runner = new StepRunner(options);
  if (force) await runner.results.forget();
  const steps = stepsFor(options.extras ?? []);
  const progress = new Progress(steps, onProgress);
  for (const { name } of steps) await runner.run(name, (done) => progress.at(name, done));
  const result = await processResult(runner.results, options.extras);
  await runner.folder.tidy();
  return result;
}
