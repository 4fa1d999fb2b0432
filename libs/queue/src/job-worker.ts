import { type JobName, type JobPayload, jobs } from '@lectern/contracts';
import { DomainError } from '@lectern/kernel';
import type { Logger } from '@lectern/observability';
import { type Job, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import { laneQueues } from './job-lanes';

export interface JobContext {
  jobId: string;
  /** Names the job in every line; made when it is asked for, as most jobs say nothing. */
  readonly logger: Logger;
  /** No more tries will follow when this one fails. */
  lastAttempt: boolean;
  /** Aborted when the process is told to end: stop soon, the job is taken up again elsewhere. */
  signal: AbortSignal;
}

export type JobHandler<N extends JobName> = (payload: JobPayload<N>, context: JobContext) => Promise<void>;
export type JobHandlers = { [N in JobName]: JobHandler<N> };

/** Jobs of so many seconds are told of; shorter ones at the level debug, as there may be thousands of them. */
const WORTH_TELLING = 1;

/** How long an aborted handler may take to come to its end. */
const STOP_LIMIT = 1_500;

/** Takes jobs from the queue; the type wants a handler for every job name, so none can be forgotten. */
export class JobWorker {
  /** One a lane: what is prompt does not wait for what is long. */
  private readonly workers: Worker[];
  private readonly stopping = new AbortController();

  constructor(
    connection: Redis,
    private readonly handlers: JobHandlers,
    private readonly logger: Logger,
  ) {
    this.workers = Object.values(laneQueues).map((name) => this.open(name, connection));
  }

  private open(name: string, connection: Redis): Worker {
    const worker = new Worker(name, (job: Job, token?: string) => this.process(job, token), {
      connection,
      concurrency: 1,
      // A killed worker's job is taken up again within the sum of the two, and the start of a new worker: 20 s.
      lockDuration: 10_000,
      stalledInterval: 4_000,
      maxStalledCount: 5,
    });
    worker.on('error', (error) => this.logger.warn({ err: error }, 'queue worker'));
    return worker;
  }

  private async process(job: Job, token?: string): Promise<void> {
    const about = { job: job.name, jobId: job.id };
    const startedAt = performance.now();
    try {
      await this.dispatch(job);
      const seconds = (performance.now() - startedAt) / 1000;
      this.logger[seconds < WORTH_TELLING ? 'debug' : 'info']({ ...about, seconds }, 'job done');
    } catch (error) {
      if (this.stopping.signal.aborted) return this.giveBack(job, token);
      this.logger.error({ ...about, err: error }, 'job failed');
      if (error instanceof DomainError && !error.toWire().retryable) throw new UnrecoverableError(error.message);
      throw error;
    }
  }

  private async dispatch(job: Job): Promise<void> {
    const name = job.name as JobName;
    const payload = Object.hasOwn(jobs, name) ? jobs[name].safeParse(job.data) : undefined;
    if (!payload?.success) throw new UnrecoverableError(`Job ${job.name} is unknown or its payload does not fit.`);
    const handler = this.handlers[name] as JobHandler<JobName>;
    const lastAttempt = job.attemptsMade + 1 >= (job.opts.attempts ?? 1);
    await handler(payload.data, new Context(job, lastAttempt, this.stopping.signal, this.logger));
  }

  /** Back to the head of the queue; this try does not count. */
  private async giveBack(job: Job, token: string | undefined): Promise<never> {
    this.logger.info({ job: job.name, jobId: job.id }, 'job stopped; it waits for the next worker');
    await job.moveToWait(token);
    throw new WaitingError();
  }

  /**
   * Stops taking jobs. A running one is aborted and given to the next worker: at once, or, when its handler does not end
   * in time, as soon as its lock runs out.
   */
  async close(): Promise<void> {
    this.stopping.abort();
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, STOP_LIMIT)));
    await Promise.race([Promise.all(this.workers.map((worker) => worker.close())), late]);
    clearTimeout(timer);
  }
}

class Context implements JobContext {
  constructor(
    private readonly job: Job,
    readonly lastAttempt: boolean,
    readonly signal: AbortSignal,
    private readonly base: Logger,
  ) {}

  get jobId(): string {
    return this.job.id ?? '';
  }

  get logger(): Logger {
    return this.base.child({ job: this.job.name, jobId: this.job.id });
  }
}
