import { type JobLane, jobLanes, type JobName, type JobPayload, jobs } from '@lectern/contracts';
import { FlowProducer, type JobState, Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { flowOf, type FlowStep } from './job-flow';
import { jobKey, jobOptions, laneQueues } from './job-lanes';

/** Those in which something will happen by itself. A job that waits for another is as alive as that one is. */
const alive: readonly (JobState | 'unknown')[] = ['waiting', 'prioritized', 'active', 'delayed'];

/** Puts typed jobs into the queue. */
export class JobQueue {
  private readonly lanes: Record<JobLane, Queue>;
  private readonly flows: FlowProducer;

  constructor(private readonly connection: Redis) {
    this.lanes = { long: open(laneQueues.long, connection), prompt: open(laneQueues.prompt, connection) };
    this.flows = new FlowProducer({ connection });
    this.flows.on('error', () => undefined);
  }

  /** @param id makes it idempotent: while a job of this id waits or runs, adding it again changes nothing. */
  async add<N extends JobName>(name: N, payload: JobPayload<N>, id: string): Promise<void> {
    const jobId = jobKey(name, id);
    const queue = this.lanes[jobLanes[name]];
    // A finished job of the same id would swallow the new one. Nearly always there is none, and asking that costs little.
    if (await this.connection.exists(queue.toKey(jobId))) await removeFinished(queue, jobId);
    await queue.add(name, jobs[name].parse(payload), { jobId });
  }

  /**
   * Puts jobs into the queue that are done one after the other, all of them or, when Redis fails, none. While one of them
   * waits or runs, adding them again changes nothing; what is left of a flow that has come to a halt is removed first.
   */
  async addFlow(steps: readonly [FlowStep, ...FlowStep[]]): Promise<void> {
    if (await this.isFlowActive(steps)) return;
    // The last one first: with its parent gone, nothing of the rest is waited for.
    for (const step of [...steps].reverse()) await this.lanes[jobLanes[step.name]].remove(jobKey(step.name, step.id));
    await this.flows.add(flowOf(steps));
  }

  /** Whether a job of this id waits or runs. */
  async isActive(name: JobName, id: string): Promise<boolean> {
    return alive.includes(await this.lanes[jobLanes[name]].getJobState(jobKey(name, id)));
  }

  /** Whether one of these waits or runs. */
  async isFlowActive(steps: readonly Pick<FlowStep, 'name' | 'id'>[]): Promise<boolean> {
    const active = await Promise.all(steps.map(({ name, id }) => this.isActive(name, id)));
    return active.includes(true);
  }

  /** Of all lanes together. */
  async counts(): Promise<Record<string, number>> {
    const total: Record<string, number> = {};
    for (const queue of Object.values(this.lanes)) {
      const counts = await queue.getJobCounts('waiting', 'prioritized', 'active', 'delayed', 'failed');
      for (const [state, count] of Object.entries(counts)) total[state] = (total[state] ?? 0) + count;
    }
    return total;
  }

  async close(): Promise<void> {
    await this.flows.close();
    for (const queue of Object.values(this.lanes)) await queue.close();
  }
}

async function removeFinished(queue: Queue, jobId: string): Promise<void> {
  const state = await queue.getJobState(jobId);
  if (state === 'completed' || state === 'failed') await queue.remove(jobId);
}

function open(name: string, connection: Redis): Queue {
  const queue = new Queue(name, { connection, defaultJobOptions: jobOptions });
  // Every rejected command reaches its caller; without a listener the same error would also end the process.
  queue.on('error', () => undefined);
  return queue;
}
