import type { JobLane, JobName } from '@lectern/contracts';

export const QUEUE = 'lectern';

/** The names of BullMQ's queues, one for each lane. */
export const laneQueues: Record<JobLane, string> = { long: QUEUE, prompt: `${QUEUE}-prompt` };

/** BullMQ's id of a job; it may hold no colons. */
export const jobKey = (name: JobName, id: string): string => `${name}-${id}`.replaceAll(':', '-');

export const jobOptions = {
  attempts: 3,
  backoff: { type: 'exponential', delay: 2_000 },
  removeOnComplete: { count: 1_000 },
  removeOnFail: { count: 1_000 },
};
