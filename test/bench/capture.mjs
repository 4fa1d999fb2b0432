/**
 * Five people with microphone and camera: what it costs to record their ten tracks, beside what it costs to forward them
 * to one viewer. Forwarding is the media worker's CPU: receiving all tracks over SRTP and sending them on once.
 * Recording is what comes on top: the worker's taps, and the capture process that writes the files.
 *
 * Measured in many short turns, with and without a recording, while everyone sends: what forwarding costs changes from
 * one moment to the next by more than all of recording. `--quick`: one round.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { machine, median, pause, start, table } from './support/process.mjs';

const quick = process.argv.includes('--quick');
const [rounds, milliseconds] = quick ? [1, 2_000] : [24, 2_500];
const folder = join(import.meta.dirname, 'capture');
const scratch = mkdtempSync(join(tmpdir(), 'lectern-bench-'));

const server = await start(join(folder, 'server.mjs'), [scratch]);
const port = await server.ask('listen');
const senders = await start(join(folder, 'senders.mjs'));
await senders.ask('connect', { port });
const viewer = await start(join(folder, 'viewer.mjs'));
const watched = await viewer.ask('connect', { port });
await senders.ask('start');

/** CPU of the media worker and of the capture process for each packet that was sent, in microseconds. */
async function measure(time) {
  // The first second brings key frames and the files.
  await pause(1_000);
  const [before, sentBefore] = await Promise.all([server.ask('usage'), senders.ask('sent')]);
  await pause(time);
  const [after, sent] = await Promise.all([server.ask('usage'), senders.ask('sent')]);
  const packets = sent - sentBefore;
  const micros = (key) => ((after[key] - before[key]) * 1e6) / packets;
  return { worker: micros('worker'), capture: micros('capture'), rate: packets / (time / 1_000) };
}

const turns = [];
let lost = 0;
for (let turn = 0; turn < rounds; turn += 1) {
  const forwarding = await measure(milliseconds);
  await server.ask('record');
  const recording = await measure(milliseconds);
  lost += await server.ask('stop');
  turns.push({ forwarding, recording });
}
const seen = await viewer.ask('seen');
if (seen.some((count) => count === 0)) throw new Error('The viewer did not receive all tracks.');
await Promise.all([server, senders, viewer].map((one) => one.end()));
rmSync(scratch, { recursive: true });

const forwarded = ({ forwarding }) => forwarding.worker;
const tapped = ({ forwarding, recording }) => recording.worker - forwarding.worker;
const written = ({ forwarding, recording }) => recording.capture - forwarding.capture;
const typical = (value) => median(turns.map(value));
const row = (name, value) => [name, typical(value).toFixed(1), (typical(value) / typical(forwarded)).toFixed(2)];
const rate = median(turns.map(({ recording }) => recording.rate)).toFixed(0);
console.log(`\n${watched} tracks, ${rate} packets a second; ${lost} packets lost by the recorder\n\n${machine()}\n`);
console.log(
  table(
    ['', 'CPU for each packet, µs', '÷ forwarding'],
    [
      row('forwarding to one viewer', forwarded),
      row('recording, all of it', (turn) => tapped(turn) + written(turn)),
      row('… taps in the media worker', tapped),
      row('… the capture process', written),
    ],
  ),
);
