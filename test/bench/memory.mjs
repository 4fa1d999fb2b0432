/**
 * What one more connection keeps in the server's heap, after a full collection: an attendee who has joined a real
 * server, and a bare socket.io connection. `--sockets N`: another number than 5,000.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { heapOf } from './crowd/heap.mjs';
import { arrive, openHouse, openRoom, startAll } from './crowd/house.mjs';
import { machine, start, table } from './support/process.mjs';

const given = process.argv.indexOf('--sockets');
const sockets = given < 0 ? 5_000 : Number(process.argv[given + 1]);
/** Come first, so that what is made once is not counted. */
const FIRST = 500;

async function stock() {
  const server = await start(join(import.meta.dirname, 'fanout/server.mjs'), ['stock'], { execArgv: ['--expose-gc'] });
  const port = await server.ask('listen');
  const [early, late] = await startAll('bare-clients.mjs', 2);
  await early.ask('connect', { port, count: FIRST });
  const before = await server.ask('heap');
  await late.ask('connect', { port, count: sockets });
  const after = await server.ask('heap');
  await Promise.all([server, early, late].map((child) => child.end()));
  return { heap: after.heapUsed - before.heapUsed, resident: after.rss - before.rss };
}

async function ours() {
  const house = await openHouse({ NODE_OPTIONS: '--inspect=127.0.0.1:0' });
  const [early, late] = await startAll('clients.mjs', 2);
  const { lectern } = house;
  const look = async () => ({ heap: await heapOf(lectern.complaints), resident: residentOf(lectern.pid) });
  try {
    const room = await openRoom(house, FIRST + sockets);
    await arrive({ ...room, cookies: room.cookies.slice(0, FIRST) }, [early]);
    const before = await look();
    await arrive({ ...room, cookies: room.cookies.slice(FIRST) }, [late]);
    const after = await look();
    return { heap: after.heap - before.heap, resident: after.resident - before.resident };
  } finally {
    await Promise.all([early, late].map((child) => child.end()));
    house.host.leave();
    await lectern.remove();
  }
}

function residentOf(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1_024;
}

const each = (bytes) => (bytes / sockets / 1_024).toFixed(1);
const sides = { 'socket.io alone': await stock(), 'an attendee who has joined': await ours() };
console.log(`\n${sockets.toLocaleString('en')} connections\n\n${machine()}\n`);
console.log(
  table(
    ['', 'heap for each, KB', 'resident for each, KB'],
    Object.entries(sides).map(([name, { heap, resident }]) => [name, each(heap), each(resident)]),
  ),
);
