/**
 * One event of 300 bytes to everyone in a room: what a delivery costs the server, and how late the last ones hear.
 *
 * All servers stand at once, each with its own audience, and are asked in turns, so that what else the machine does
 * meets each alike. Offered: 10,000 deliveries a second. `--quick`: 1,000 sockets alone; `--sockets N`: N alone.
 */
import { join } from 'node:path';
import { machine, median, pause, percentile, start, table } from './support/process.mjs';

const KINDS = ['stock', 'ws', 'ours'];
const ROUNDS = 5;
const PROCESSES = 2;
const OFFERED = 10_000;
const PER_ROUND = 20_000;
const folder = join(import.meta.dirname, 'fanout');
const option = (name) => process.argv[process.argv.indexOf(name) + 1];
const sizes = process.argv.includes('--sockets')
  ? [Number(option('--sockets'))]
  : process.argv.includes('--quick')
    ? [1_000]
    : [1_000, 5_000, 10_000];

async function prepare(kind, sockets) {
  const server = await start(join(folder, 'server.mjs'), [kind]);
  const port = await server.ask('listen');
  const clients = await Promise.all(Array.from({ length: PROCESSES }, () => start(join(folder, 'clients.mjs'))));
  await Promise.all(clients.map((client) => client.ask('connect', { port, kind, count: sockets / PROCESSES })));
  return { kind, server, clients, micros: [], p99: [], lost: 0, outOfOrder: 0 };
}

async function round(side, sockets, messages, keep) {
  const { micros } = await side.server.ask('run', { messages, every: (sockets / OFFERED) * 1000 });
  const heard = async () =>
    (await Promise.all(side.clients.map((client) => client.ask('heard')))).reduce((a, b) => a + b);
  for (let tries = 0; tries < 50 && (await heard()) < messages * sockets; tries += 1) await pause(100);
  const taken = await Promise.all(side.clients.map((client) => client.ask('take')));
  if (!keep) return;
  const delays = Float64Array.from(taken.flatMap((part) => part.delays)).sort();
  side.micros.push(micros);
  side.p99.push(percentile(delays, 0.99));
  side.lost += messages * sockets - delays.length;
  side.outOfOrder += taken.reduce((sum, part) => sum + part.outOfOrder, 0);
}

async function measure(sockets) {
  const sides = [];
  for (const kind of KINDS) sides.push(await prepare(kind, sockets));
  const messages = Math.max(3, Math.round(PER_ROUND / sockets));
  for (const side of sides) await round(side, sockets, 2, false);
  for (let turn = 0; turn < ROUNDS; turn += 1) for (const side of sides) await round(side, sockets, messages, true);
  await Promise.all(sides.flatMap(({ server, clients }) => [server.end(), ...clients.map((client) => client.end())]));
  return sides;
}

// Of each round's own pair, so that a busy moment of the machine does not become a difference.
const ratio = (ours, other) => median(ours.map((value, index) => value / other[index])).toFixed(2);
const list = (values, digits) => values.map((value) => value.toFixed(digits)).join(' / ');

const rows = [];
for (const sockets of sizes) {
  const sides = await measure(sockets);
  const [stock, ws, ours] = sides;
  // The calmest round of each: the others measure the machine's other work.
  const late = sides.map(({ p99 }) => Math.min(...p99));
  rows.push([
    sockets.toLocaleString('en'),
    list(
      sides.map(({ micros }) => median(micros)),
      1,
    ),
    ratio(ours.micros, stock.micros),
    ratio(ours.micros, ws.micros),
    list(late, 0),
    (late[2] / late[1]).toFixed(2),
    sides.map(({ lost, outOfOrder }) => lost + outOfOrder).join(' / '),
  ]);
}
console.log(`\n${machine()}\n`);
console.log(
  table(
    [
      'sockets',
      'CPU per delivery, µs (stock / ws / ours)',
      'ours ÷ stock',
      'ours ÷ ws',
      'p99, ms',
      'ours ÷ ws',
      'lost or out of order',
    ],
    rows,
  ),
);
