import { type JobLane, jobLanes, type JobName, type JobPayload, jobs } from '@lectern/contracts';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

export const QUEUE = 'lectern';

/** The names of BullMQ's queues, one for each lane. */
export const laneQueues: Record<JobLane, string> = { long: QUEUE, prompt: `${QUEUE}-prompt` };

/** Puts typed jobs into the queue. */
export class JobQueue {
  private readonly lanes: Record<JobLane, Queue>;

  constructor(connection: Redis) {
    this.lanes = { long: open(laneQueues.long, connection), prompt: open(laneQueues.prompt, connection) };
  }

  /** @param id makes it idempotent: while a job of this id waits or runs, adding it again changes nothing. */
  async add<N extends JobName>(name: N, payload: JobPayload<N>, id: string): Promise<void> {
    const jobId = `${name}-${id}`.replaceAll(':', '-');
    const queue = this.lanes[jobLanes[name]];
    const old = await queue.getJob(jobId);
    // A finished job of the same id would swallow the new one.
    if (old && ((await old.isCompleted()) || (await old.isFailed()))) await old.remove();
    await queue.add(name, jobs[name].parse(payload), { jobId });
  }

  /** Whether a job of this id waits or runs. */
  async isActive(name: JobName, id: string): Promise<boolean> {
    const job = await this.lanes[jobLanes[name]].getJob(`${name}-${id}`.replaceAll(':', '-'));
    return job !== undefined && !(await job.isCompleted()) && !(await job.isFailed());
  }

  /** Of all lanes together. */
  async counts(): Promise<Record<string, number>> {
    const total: Record<string, number> = {};
    for (const queue of Object.values(this.lanes)) {
      const counts = await queue.getJobCounts('waiting', 'active', 'delayed', 'failed');
      for (const [state, count] of Object.entries(counts)) total[state] = (total[state] ?? 0) + count;
    }
    return total;
  }

  async close(): Promise<void> {
    for (const queue of Object.values(this.lanes)) await queue.close();
  }
}

function open(name: string, connection: Redis): Queue {
  const queue = new Queue(name, {
    connection,
    defaultJobOptions: {
      attempts: 3,
      backoff: { type: 'exponential', delay: 2_000 },
      removeOnComplete: { count: 1_000 },
      removeOnFail: { count: 1_000 },
    },
  });
  // Every rejected command reaches its caller; without a listener the same error would also end the process.
  queue.on('error', () => undefined);
  return queue;
}
