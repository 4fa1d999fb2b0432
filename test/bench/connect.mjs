/**
 * A full house comes back at once, to a real server on SQLite: ticket, websocket, `session:join` with its snapshot. Once
 * after a cut line, with the tickets that the last joins gave, as the web client does; and once as if all had loaded the
 * page again, with tickets over HTTP. Beside it, in the same run, the floor: as many bare socket.io connections that do
 * nothing.
 *
 * `--sockets N`: another number than 10,000.
 */
import { join } from 'node:path';
import { arrive, emptied, openHouse, openRoom, startAll } from './crowd/house.mjs';
import { machine, start, table } from './support/process.mjs';

const given = process.argv.indexOf('--sockets');
const sockets = given < 0 ? 10_000 : Number(process.argv[given + 1]);
const PROCESSES = 2;

async function floor() {
  const server = await start(join(import.meta.dirname, 'fanout/server.mjs'), ['stock']);
  const port = await server.ask('listen');
  const clients = await startAll('bare-clients.mjs', PROCESSES);
  const parts = await Promise.all(clients.map((client) => client.ask('connect', { port, count: sockets / PROCESSES })));
  await Promise.all([server, ...clients].map((child) => child.end()));
  return figures(parts);
}

async function ours() {
  const house = await openHouse();
  const clients = await startAll('clients.mjs', PROCESSES);
  try {
    await arrive(await openRoom(house, sockets), clients);
    const cut = await comeBack(house, clients);
    await Promise.all(clients.map((client) => client.ask('loseTickets')));
    const reloaded = await comeBack(house, clients);
    return [
      ['after a cut line', ...figures(cut)],
      ['after a reload', ...figures(reloaded)],
    ];
  } finally {
    await Promise.all(clients.map((client) => client.end()));
    house.host.leave();
    await house.lectern.remove();
  }
}

async function comeBack({ host }, clients) {
  await emptied(host, clients);
  return Promise.all(clients.map((client) => client.ask('comeBack')));
}

function figures(parts) {
  const took = parts.flatMap((part) => part.took).sort((a, b) => a - b);
  if (took.length !== sockets) throw new Error(`Only ${took.length} came back.`);
  const at = (share) => (took[Math.min(took.length - 1, Math.floor(took.length * share))] / 1_000).toFixed(1);
  const sum = (key) => parts.reduce((total, part) => total + (part[key] ?? 0), 0);
  return [at(0.5), at(0.99), at(1), sum('retries'), sum('tickets')];
}

const rows = [['socket.io alone', ...(await floor())], ...(await ours())];
console.log(`\n${sockets.toLocaleString('en')} come back at once\n\n${machine()}\n`);
console.log(table(['', 'half are back, s', '99 %, s', 'all, s', 'tries that failed', 'tickets over HTTP'], rows));
