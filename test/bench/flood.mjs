/**
 * Whether a flood in one room is felt in another of the same server: chat in a quiet room of 50, while 40 people of
 * another room send all they can. So that the flood's own cost for the machine counts on both sides, the same people
 * flood a second server in between. `--quick`: one kind, few rounds; `--only KIND`: one kind.
 */
import { arrive, openHouse, openRoom, startAll } from './crowd/house.mjs';
import { machine, median, percentile, table } from './support/process.mjs';

const quick = process.argv.includes('--quick');
const only = process.argv.indexOf('--only');
const ALL = quick ? ['asks'] : ['asks', 'votes', 'joins', 'junk', 'unknown'];
const KINDS = only < 0 ? ALL : [process.argv[only + 1]];
const [rounds, milliseconds] = quick ? [2, 4_000] : [5, 6_000];
const [QUIET, LOUD] = [50, 40];

const houses = [await openHouse(), await openHouse()];
const [here, elsewhere] = houses;
const [talkers] = await startAll('talkers.mjs', 1);
const [near, far] = await startAll('flooders.mjs', 2);

async function round(flooders, kind) {
  await flooders.ask('begin', { kind });
  const { acks, heard, unanswered } = await talkers.ask('talk', { milliseconds });
  const sent = await flooders.ask('end');
  if (unanswered > 0 || heard.length < acks.length * QUIET)
    throw new Error('Something said in the quiet room was lost.');
  const p99 = (values) =>
    percentile(
      values.toSorted((a, b) => a - b),
      0.99,
    );
  return { acks: p99(acks), heard: p99(heard), sent: sent / (milliseconds / 1_000) };
}

async function measure(kind) {
  const [there, other] = [[], []];
  for (let turn = 0; turn < rounds; turn += 1) {
    other.push(await round(far, kind));
    there.push(await round(near, kind));
  }
  const of = (side, key) => median(side.map((one) => one[key]));
  const ratio = (key) => median(there.map((one, index) => one[key] / other[index][key])).toFixed(2);
  const pair = (key) => `${of(other, key).toFixed(1)} / ${of(there, key).toFixed(1)}`;
  const offered = `${of(other, 'sent').toFixed(0)} / ${of(there, 'sent').toFixed(0)}`;
  return [kind, offered, pair('acks'), ratio('acks'), pair('heard'), ratio('heard')];
}

try {
  await arrive(await openRoom(here, QUIET), [talkers]);
  // The hosts leave their first rooms: a person has one socket here.
  for (const house of houses) house.host.leave();
  await arrive(await openRoom(here, LOUD), [near]);
  await arrive(await openRoom(elsewhere, LOUD), [far]);
  const rows = [];
  for (const kind of KINDS) rows.push(await measure(kind));
  console.log(`\n${machine()}\n`);
  const sides = '(elsewhere / same server)';
  const head = ['flood of', `events a second ${sides}`, `ack p99, ms ${sides}`, 'ratio'];
  console.log(table([...head, `heard p99, ms ${sides}`, 'ratio'], rows));
} finally {
  await Promise.all([talkers, near, far].map((child) => child.end()));
  for (const { host, lectern } of houses) {
    host.leave();
    await lectern.remove();
  }
}
