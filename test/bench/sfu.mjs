/**
 * One camera to an audience, over real ICE, DTLS and SRTP: what a forwarded packet costs the media workers, with
 * mediasoup alone, through a room, and through a room whose audience sits in another worker than the camera.
 *
 * All stand at once, each with its own audience, and are measured in turns. `--viewers N`: another audience than 100;
 * `--quick`: one short round.
 */
import { join } from 'node:path';
import { machine, median, pause, start, table } from './support/process.mjs';

const KINDS = ['bare', 'room', 'piped'];
const PROCESSES = 2;
const quick = process.argv.includes('--quick');
const [rounds, milliseconds] = quick ? [1, 2_000] : [7, 5_000];
const given = process.argv.indexOf('--viewers');
const viewers = given < 0 ? 100 : Number(process.argv[given + 1]);
const folder = join(import.meta.dirname, 'sfu');

async function prepare(kind) {
  const server = await start(join(folder, 'server.mjs'), [kind]);
  const port = await server.ask('listen');
  const camera = await start(join(folder, 'camera.mjs'));
  await camera.ask('connect', { port });
  const audience = await Promise.all(Array.from({ length: PROCESSES }, () => start(join(folder, 'viewers.mjs'))));
  await Promise.all(audience.map((part) => part.ask('connect', { port, count: viewers / PROCESSES })));
  return { kind, server, camera, audience, micros: [], rates: [], lost: 0 };
}

async function round(side, time, keep) {
  await side.camera.ask('start');
  // The first second brings key frames and bandwidth probes.
  await pause(1_000);
  await Promise.all(side.audience.map((part) => part.ask('take')));
  const before = await side.server.ask('usage');
  await pause(time);
  const after = await side.server.ask('usage');
  const heard = await Promise.all(side.audience.map((part) => part.ask('take')));
  await side.camera.ask('stop');
  if (heard.some(({ silent }) => silent > 0)) throw new Error(`${side.kind}: some viewers received nothing.`);
  if (!keep) return;
  const sent = after.packets - before.packets;
  side.micros.push(((after.cpuSeconds - before.cpuSeconds) * 1e6) / sent);
  side.rates.push(sent / (time / 1_000));
  side.lost += heard.reduce((sum, { lost }) => sum + lost, 0);
}

const sides = [];
for (const kind of KINDS) sides.push(await prepare(kind));
for (const side of sides) await round(side, 1_000, false);
for (let turn = 0; turn < rounds; turn += 1) for (const side of sides) await round(side, milliseconds, true);
await Promise.all(
  sides.flatMap(({ server, camera, audience }) => [server, camera, ...audience].map((one) => one.end())),
);

const [bare] = sides;
// Of each turn's own pair, so that a busy moment of the machine does not become a difference.
const ratio = ({ micros }) => median(micros.map((value, index) => value / bare.micros[index])).toFixed(2);
console.log(`\n${viewers} viewers\n\n${machine()}\n`);
console.log(
  table(
    ['', 'packets a second', "workers' CPU for each, µs", '÷ bare', 'lost'],
    sides.map((side) => [
      side.kind,
      median(side.rates).toFixed(0),
      median(side.micros).toFixed(1),
      ratio(side),
      side.lost,
    ]),
  ),
);
