/**
 * Jobs that do nothing: how many a second, and what each costs the process that adds and does them, through our typed
 * queue against BullMQ alone, each on a Redis of its own, in turns. `--quick`: few of them.
 */
import { join } from 'node:path';
import { machine, median, start, table } from './support/process.mjs';

const quick = process.argv.includes('--quick');
const [rounds, count] = quick ? [3, 1_000] : [7, 2_000];

async function prepare(kind) {
  const worker = await start(join(import.meta.dirname, 'jobs/worker.mjs'), [kind]);
  await worker.ask('run', { count: 1_000 });
  return { kind, worker, rates: [], micros: [] };
}

const sides = [await prepare('plain'), await prepare('ours')];
for (let turn = 0; turn < rounds; turn += 1)
  for (const side of turn % 2 ? sides : sides.toReversed()) {
    const { seconds, cpu } = await side.worker.ask('run', { count });
    side.rates.push(count / seconds);
    side.micros.push((cpu * 1e6) / count);
  }
for (const { worker } of sides) {
  await worker.ask('close');
  await worker.end();
}

const [plain, ours] = sides;
const ratio = (values) => median(ours[values].map((value, turn) => value / plain[values][turn])).toFixed(2);
console.log(`\n${machine()}\n`);
console.log(
  table(
    ['', 'jobs a second', 'CPU for each, µs'],
    sides.map(({ kind, rates, micros }) => [kind, median(rates).toFixed(0), median(micros).toFixed(0)]),
  ),
);
console.log(`\nours ÷ plain: CPU ${ratio('micros')}, jobs a second ${ratio('rates')}`);
