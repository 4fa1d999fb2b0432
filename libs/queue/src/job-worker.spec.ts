import { DomainError, notFound } from '@lectern/kernel';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { quietLogger, temporaryRedis, until } from '../testing/redis';
import { connectRedis } from './connection';
import { QUEUE } from './job-lanes';
import { JobQueue } from './job-queue';
import { type JobContext, type JobHandlers, JobWorker } from './job-worker';

const recordingId = '0198c0de-0000-7000-8000-000000000001';
const id = recordingId;

describe('jobs through a real Redis', () => {
  const { logger } = quietLogger();
  const connections: Redis[] = [];
  const workers: JobWorker[] = [];
  let server: Awaited<ReturnType<typeof temporaryRedis>>;
  let queue: JobQueue;
  let inspector: Queue;

  const connect = () => {
    const connection = connectRedis(server.redis.socket, logger);
    connections.push(connection);
    return connection;
  };
  const ignore = async () => undefined;
  const work = (process: JobHandlers['recording.process'], others: Partial<JobHandlers> = {}) => {
    const idle = { 'library.import': ignore, 'library.purge': ignore, 'material.prepare': ignore };
    const handlers = { 'recording.process': process, ...idle, ...others };
    const worker = new JobWorker(connect(), handlers, logger);
    workers.push(worker);
    return worker;
  };
  const add = () => queue.add('recording.process', { recordingId, run: 1, step: 'tracks' }, id);
  const job = async () => (await inspector.getJob(`recording.process-${id}`))!;
  const inState = (state: string) => until(async () => (await (await job())?.getState()) === state);

  beforeAll(async () => {
    server = await temporaryRedis();
    queue = new JobQueue(connect());
    inspector = new Queue(QUEUE, { connection: connect() });
  });

  afterEach(async () => {
    for (const worker of workers.splice(0)) await worker.close();
    await inspector.obliterate({ force: true });
  });

  afterAll(async () => {
    await queue.close();
    await inspector.close();
    for (const connection of connections) connection.disconnect();
    await server.remove();
  });

  it('runs what somebody waits for beside what takes long', async () => {
    let release: () => void = () => undefined;
    const long = new Promise<void>((resolve) => (release = resolve));
    let prepared = false;
    work(() => long, { 'material.prepare': async () => void (prepared = true) });
    await add();
    await inState('active');
    await queue.add('material.prepare', { materialId: id }, id);
    expect((await queue.counts()).active).toBeGreaterThan(0);
    await until(() => prepared);
    expect(await (await job()).getState()).toBe('active');
    release();
    await inState('completed');
  });

  it('runs a job once, however often it is added while it waits or runs', async () => {
    await Promise.all([add(), add(), add()]);
    expect(await queue.counts()).toMatchObject({ waiting: 1 });
    expect(await queue.isActive('recording.process', id)).toBe(true);
    let runs = 0;
    work(async () => {
      runs += 1;
      await add();
    });
    await inState('completed');
    expect(runs).toBe(1);
    expect(await queue.isActive('recording.process', id)).toBe(false);
  });

  it('runs a finished job again when it is added again', async () => {
    let runs = 0;
    work(async () => {
      runs += 1;
      if (runs === 1) throw notFound('This recording');
    });
    await add();
    await inState('failed');
    await add();
    await inState('completed');
    await add();
    await until(() => runs === 3);
  });

  it('does not try a refusal again that cannot succeed later', async () => {
    const attempts: boolean[] = [];
    work(async (_, { lastAttempt }) => {
      attempts.push(lastAttempt);
      throw notFound('This recording');
    });
    await add();
    await inState('failed');
    expect(attempts).toEqual([false]);
    expect((await job()).failedReason).toContain('This recording does not exist');
  });

  it('tries again what may succeed later, and says when it is the last time', async () => {
    await add();
    const attempts: boolean[] = [];
    work(async (_, { lastAttempt }) => {
      attempts.push(lastAttempt);
      throw new DomainError('DEPENDENCY_UNAVAILABLE', 'Not now.');
    });
    for (const made of [1, 2]) {
      await until(async () => (await job()).attemptsMade === made && (await (await job()).getState()) === 'delayed');
      await (await job()).promote();
    }
    await inState('failed');
    expect(attempts).toEqual([false, false, true]);
  });

  it('refuses a payload that does not fit, and a job that nobody knows, for good', async () => {
    const process = jest.fn(async () => undefined);
    work(process);
    const misfit = { recordingId: 'x', run: 1, step: 'tracks' as const };
    await expect(queue.add('recording.process', misfit, id)).rejects.toThrow();
    await inspector.add('recording.process', { recordingId: 7 }, { jobId: `recording.process-${id}`, attempts: 3 });
    await inState('failed');
    const stranger = await inspector.add('constructor', {}, { attempts: 3 });
    await until(async () => (await stranger.getState()) === 'failed');
    expect((await inspector.getJob(stranger.id!))!.attemptsMade).toBe(1);
    expect(process).not.toHaveBeenCalled();
  });

  it('aborts a running job at its end and gives it to the next worker at once, without counting the try', async () => {
    const untilAborted = ({ signal }: JobContext) =>
      new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    let started = false;
    const first = work(async (_, context) => {
      started = true;
      await untilAborted(context);
    });
    await add();
    await until(() => started);
    await first.close();
    expect(await (await job()).getState()).toBe('waiting');

    work(async () => undefined);
    await inState('completed');
    expect((await job()).attemptsMade).toBe(1);
  });

  it('does not wait for a handler that takes no notice of the abort', async () => {
    let started = false;
    let finish!: () => void;
    const worker = work(
      () =>
        new Promise<void>((resolve) => {
          started = true;
          finish = resolve;
        }),
    );
    await add();
    await until(() => started);
    const startedAt = performance.now();
    await worker.close();
    expect(performance.now() - startedAt).toBeLessThan(5_000);
    expect(await (await job()).getState()).toBe('active');
    finish();
    await inState('completed');
  });
});
