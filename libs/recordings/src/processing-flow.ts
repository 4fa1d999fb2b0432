import { type ExtraFormat, ProcessJob, ProcessStep } from '@lectern/contracts';
import type { FlowStep } from '@lectern/queue';
import { stepsFor } from './processing/steps/all-steps';
import { type RecordingRow, wantedExtras } from './recording.entity';

/** A recording that has been handed to the processing: where its result goes is decided. */
export type ProcessedRow = Pick<RecordingRow, 'id' | 'run' | 'extras' | 'extra'> & { resourceId: string };

/**
 * The jobs of one run, in their order: one behind the other, since one machine does them all and the live rooms go
 * before. Each run has jobs of its own names, so that what is left of an overtaken one is in nobody's way.
 */
export function processingFlow({ id: recordingId, run, resourceId, ...row }: ProcessedRow): [FlowStep, ...FlowStep[]] {
  const id = (step: string) => `${recordingId}-${run}-${step}`;
  const [first, ...rest] = jobsFor(wantedExtras(row)).map((step): FlowStep => {
    return { name: 'recording.process', payload: { recordingId, run, step }, id: id(step) };
  });
  return [first!, ...rest, { name: 'library.import', payload: { recordingId, resourceId, run }, id: id('import') }];
}

function jobsFor(extras: readonly ExtraFormat[]): ProcessJob[] {
  const steps = stepsFor(extras).map(({ name }) => name);
  return ProcessJob.options.filter((job) => {
    const step = ProcessStep.safeParse(job).data;
    return step === undefined || steps.includes(step);
  });
}
