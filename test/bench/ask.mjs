/**
 * Durable questions: of an audience of 4,000 always 200 wait for the acknowledgement of what they have asked; then others
 * ask. Through the real socket server, dispatcher and service. Against the same with an insert and a commit for each question, and with no store at all.
 * `--quick`: one short round.
 */
import { join } from 'node:path';
import { machine, median, start, table } from './support/process.mjs';

const KINDS = ['insert', 'ours', 'none'];
/** So many that nobody gets far above the ten open questions that a person may have. */
const PEOPLE = 4_000;
const quick = process.argv.includes('--quick');
const [rounds, milliseconds] = quick ? [1, 2_000] : [3, 3_000];
const folder = join(import.meta.dirname, 'ask');

async function prepare(kind) {
  const server = await start(join(folder, 'server.mjs'), [kind, String(PEOPLE)]);
  const clients = await start(join(folder, 'clients.mjs'));
  await clients.ask('connect', { port: await server.ask('listen'), count: PEOPLE });
  return { kind, server, clients, rates: [], micros: [] };
}

async function round(side, time, keep) {
  await side.server.ask('begin');
  const { perSecond, acked, refused } = await side.clients.ask('run', { milliseconds: time });
  const cpu = await side.server.ask('cpu');
  if (refused > 0) throw new Error(`${side.kind}: ${refused} questions were refused.`);
  if (!keep) return;
  side.rates.push(perSecond);
  side.micros.push((cpu * 1e6) / acked);
}

const sides = await Promise.all(KINDS.map(prepare));
for (const side of sides) await round(side, 1_000, false);
for (let turn = 0; turn < rounds; turn += 1) for (const side of sides) await round(side, milliseconds, true);
await Promise.all(sides.flatMap(({ server, clients }) => [server.end(), clients.end()]));

const [insert, ours, none] = sides;
const ratio = (a, b) => median(a.rates.map((rate, index) => rate / b.rates[index])).toFixed(2);
console.log(`\n${machine()}\n`);
console.log(
  table(
    ['', 'acks a second', 'server CPU for each, µs'],
    sides.map(({ kind, rates, micros }) => [kind, median(rates).toFixed(0), median(micros).toFixed(0)]),
  ),
);
console.log(`\nours ÷ insert ${ratio(ours, insert)}, ours ÷ none ${ratio(ours, none)}`);
