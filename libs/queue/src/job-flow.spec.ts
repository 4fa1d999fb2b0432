import type { JobPayload } from '@lectern/contracts';
import { DomainError, notFound } from '@lectern/kernel';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { quietLogger, temporaryRedis, until } from '../testing/redis';
import { connectRedis } from './connection';
import type { FlowStep } from './job-flow';
import { QUEUE } from './job-lanes';
import { JobQueue } from './job-queue';
import { type JobHandlers, JobWorker } from './job-worker';

const first = '0198c0de-0000-7000-8000-000000000001';
const second = '0198c0de-0000-7000-8000-000000000002';

const step = (recordingId: string, name: 'tracks' | 'compose'): FlowStep => ({
  name: 'recording.process',
  payload: { recordingId, run: 1, step: name },
  id: `${recordingId}-${name}`,
});
const flow = (recordingId: string): [FlowStep, ...FlowStep[]] => [
  step(recordingId, 'tracks'),
  step(recordingId, 'compose'),
  { name: 'library.import', payload: { recordingId, resourceId: recordingId }, id: recordingId },
];

describe('flows through a real Redis', () => {
  const { logger } = quietLogger();
  const connections: Redis[] = [];
  const workers: JobWorker[] = [];
  let server: Awaited<ReturnType<typeof temporaryRedis>>;
  let queue: JobQueue;
  let inspector: Queue;
  let done: string[];

  const connect = () => {
    const connection = connectRedis(server.redis.socket, logger);
    connections.push(connection);
    return connection;
  };
  const note = (id: string, what: string) => void done.push(`${id === first ? 'first' : 'second'} ${what}`);
  const work = (process?: (payload: JobPayload<'recording.process'>) => Promise<void>) => {
    const handlers: JobHandlers = {
      'recording.process': async (payload) => {
        await process?.(payload);
        note(payload.recordingId, payload.step);
      },
      'library.import': async ({ recordingId }) => note(recordingId, 'import'),
      'library.purge': async () => undefined,
      'material.prepare': async () => undefined,
    };
    workers.push(new JobWorker(connect(), handlers, logger));
  };
  const stateOf = ({ name, id }: FlowStep) => inspector.getJobState(`${name}-${id}`);

  beforeAll(async () => {
    server = await temporaryRedis();
    queue = new JobQueue(connect());
    inspector = new Queue(QUEUE, { connection: connect() });
  });
  beforeEach(() => (done = []));
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

  it('runs in order, and brings one to its end before it begins the next', async () => {
    await queue.addFlow(flow(first));
    await queue.addFlow(flow(second));
    expect(await queue.counts()).toMatchObject({ prioritized: 2, waiting: 0 });
    work();
    await until(() => done.length === 6);
    const steps = ['tracks', 'compose', 'import'];
    expect(done).toEqual([...steps.map((each) => `first ${each}`), ...steps.map((each) => `second ${each}`)]);
    await until(async () => !(await queue.isFlowActive(flow(second))));
  });

  it('is there once, however often it is added while a job of it waits', async () => {
    await Promise.all([queue.addFlow(flow(first)), queue.addFlow(flow(first))]);
    await queue.addFlow(flow(first));
    expect(await queue.isFlowActive(flow(first))).toBe(true);
    work();
    await until(() => done.length === 3);
    await until(async () => !(await queue.isFlowActive(flow(first))));
    expect(done).toHaveLength(3);
  });

  it('fails as a whole when one of its jobs does, and can be added again', async () => {
    let refuse = true;
    work(async (payload) => {
      if (refuse && payload.step === 'compose') throw notFound('This recording');
    });
    await queue.addFlow(flow(first));
    await until(async () => (await stateOf(flow(first)[2]!)) === 'failed');
    expect(done).toEqual(['first tracks']);
    refuse = false;
    await queue.addFlow(flow(first));
    await until(() => done.length === 4);
    expect(done.slice(1)).toEqual(['first tracks', 'first compose', 'first import']);
  });

  it('stays alive while a job waits to be tried again', async () => {
    let tries = 0;
    work(async () => {
      if (++tries === 1) throw new DomainError('DEPENDENCY_UNAVAILABLE', 'Not now.');
    });
    await queue.addFlow(flow(first));
    await until(async () => (await stateOf(flow(first)[0])) === 'delayed');
    expect(await queue.isFlowActive(flow(first))).toBe(true);
    await (await inspector.getJob(`recording.process-${first}-tracks`))!.promote();
    await until(() => done.length === 3);
  });

  it('takes up one that has come to a halt', async () => {
    await queue.addFlow(flow(first));
    // As if Redis had lost its first job alone.
    const redis = connect();
    await redis.del(`bull:${QUEUE}:recording.process-${first}-tracks`);
    await redis.zrem(`bull:${QUEUE}:prioritized`, `recording.process-${first}-tracks`);
    expect(await queue.isFlowActive(flow(first))).toBe(false);
    await queue.addFlow(flow(first));
    work();
    await until(() => done.length === 3);
  });

  it('is not added at all when one payload does not fit', async () => {
    const misfit = { ...step(first, 'compose'), payload: { recordingId: 'x', run: 1, step: 'compose' } } as FlowStep;
    await expect(queue.addFlow([step(first, 'tracks'), misfit])).rejects.toThrow();
    expect(await queue.isFlowActive(flow(first))).toBe(false);
  });
});
