/** A room of one media worker, and a capture process that records what is sent into it when it is told to. */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { serve } from '../support/process.mjs';

const [scratch] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(join(root, 'package.json'));
const { mediasoupWorkerBin: workerBin } = JSON.parse(readFileSync(join(root, 'node_modules/.lectern/native.json')));
const { WorkerPool } = require(join(root, 'dist/libs/sfu/src/index.js'));
const { CaptureClient } = require(join(root, 'dist/libs/recordings/src/capture/capture-client.js'));
const ip = '127.0.0.1';

const logger = { debug() {}, info() {}, warn: console.error, error: console.error };
const pool = await WorkerPool.create({ workerBin, workers: 1, listen: { ip, portMin: 0 }, logger });
const room = await pool.createRoom();
const capture = await CaptureClient.start();
const peers = new Map();
let recording = 0;
let tracks = [];

const calls = {
  async transport({ direction }) {
    const id = String(peers.size + 1);
    const peer = room.addPeer({ peerId: id, participantId: id });
    const address = await peer.createTransport(direction, room.rtpCapabilities);
    peers.set(address.id, peer);
    return address;
  },
  connect: (input) => peers.get(input.transportId).connectTransport(input),
  produce: (input) => peers.get(input.transportId).produce({ paused: false, ...input }),
  producers: () => room.producers,
  consume: (input) => peers.get(input.transportId).consume(input),
  resume: ({ transportId, consumerId }) => peers.get(transportId).resumeConsumer({ consumerId }),
};

const http = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', async () => {
    try {
      const { call, input } = JSON.parse(Buffer.concat(chunks));
      response.end(JSON.stringify((await calls[call](input)) ?? {}));
    } catch (error) {
      response.writeHead(500).end(error.stack);
    }
  });
});

async function record({ producerId, participantId, source, kind }, dir) {
  const trackId = `track-${recording}-${producerId.slice(0, 8)}`;
  const track = { trackId, producerId, participantId, displayName: participantId, source, kind };
  const { port } = await capture.open(dir, track);
  const tap = await room.tap(producerId, { ip, port });
  const { mimeType, payloadType, clockRate, channels, ssrc } = tap.rtpParameters;
  await capture.describe(trackId, { mimeType, payloadType, clockRate, channels, ssrc });
  await tap.resume();
  return { trackId, tap };
}

/** Seconds that all threads of a process have run (Linux). */
function secondsOf(pid) {
  const threads = readdirSync(`/proc/${pid}/task`);
  const ran = threads.map((thread) =>
    Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]),
  );
  return ran.reduce((sum, nanoseconds) => sum + nanoseconds, 0) / 1e9;
}

serve({
  listen: () => new Promise((done) => http.listen(0, ip, () => done(http.address().port))),
  async record() {
    recording += 1;
    const dir = join(scratch, String(recording));
    tracks = await Promise.all(room.producers.map((info) => record(info, dir)));
  },
  /** @returns packets that were lost */
  async stop() {
    for (const { tap } of tracks) tap.close();
    const reports = await Promise.all(tracks.map(({ trackId }) => capture.closeTrack(trackId)));
    if (reports.some(({ packets }) => packets === 0)) throw new Error('A track was not recorded.');
    return reports.reduce((sum, { lost }) => sum + lost, 0);
  },
  usage: () => ({ worker: secondsOf(pool.stats()[0].pid), capture: secondsOf(capture.pid) }),
});
