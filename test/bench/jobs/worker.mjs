/**
 * Adds jobs that do nothing and works them off, with BullMQ alone (`plain`) or through our typed queue (`ours`): the same
 * options, names given by whoever adds, one worker, one job at a time. What ours logs goes to nowhere, but is written.
 */
import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { cpuSince, now, serve } from '../support/process.mjs';

const [kind] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(join(root, 'package.json'));
require('reflect-metadata');
const { Queue, Worker } = require('bullmq');
const { connectRedis, EmbeddedRedis, JobQueue, JobWorker } = require(join(root, 'dist/libs/queue/src/index.js'));
const { newId } = require(join(root, 'dist/libs/kernel/src/index.js'));
const { createLogger } = require(join(root, 'dist/libs/observability/src/index.js'));

const ADDERS = 50;
const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-jobs-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const logger = createLogger('bench', 'info', false, '/dev/null');
const redis = await EmbeddedRedis.start(folder, logger);
const connect = () => connectRedis(redis.socket, logger);

let done = 0;
const handler = async () => void (done += 1);

function plain() {
  const options = { attempts: 3, backoff: { type: 'exponential', delay: 2_000 } };
  const kept = { removeOnComplete: { count: 1_000 }, removeOnFail: { count: 1_000 } };
  const queue = new Queue('bench', { connection: connect(), defaultJobOptions: { ...options, ...kept } });
  const worker = new Worker('bench', handler, { connection: connect(), concurrency: 1, lockDuration: 12_000 });
  worker.on('error', () => undefined);
  return (id) => queue.add('material.prepare', { materialId: id }, { jobId: id });
}

function ours() {
  const queue = new JobQueue(connect());
  const handlers = { 'recording.process': handler, 'library.import': handler, 'material.prepare': handler };
  new JobWorker(connect(), handlers, logger);
  return (id) => queue.add('material.prepare', { materialId: id }, id);
}

const add = (kind === 'ours' ? ours : plain)();

async function run({ count }) {
  done = 0;
  const cpu = process.cpuUsage();
  const started = now();
  const ids = Array.from({ length: count }, newId);
  const adder = async () => {
    for (let id = ids.pop(); id; id = ids.pop()) await add(id);
  };
  await Promise.all(Array.from({ length: ADDERS }, adder));
  while (done < count) await new Promise((wake) => setTimeout(wake, 5));
  return { seconds: (now() - started) / 1_000, cpu: cpuSince(cpu) };
}

serve({
  run,
  close: async () => {
    await redis.close();
  },
});
