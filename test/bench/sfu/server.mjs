/**
 * `bare`: mediasoup's objects and nothing else. `room`: our rooms. `piped`: a room whose first worker counts as full
 * once the camera sits there, so that all viewers go to the second. The same worker binary, codecs and settings.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { serve } from '../support/process.mjs';

const [kind] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(join(root, 'package.json'));
const { mediasoupWorkerBin: workerBin } = JSON.parse(readFileSync(join(root, 'node_modules/.lectern/native.json')));
const listenIp = '127.0.0.1';

async function bare() {
  const mediasoup = require('mediasoup');
  const { mediaCodecs } = require(join(root, 'dist/libs/sfu/src/codecs.js'));
  const worker = await mediasoup.createWorker({ logLevel: 'warn', workerBin });
  const ports = { min: 10_000, max: 32_767 };
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: ['udp', 'tcp'].map((protocol) => ({ protocol, ip: listenIp, portRange: ports })),
  });
  const router = await worker.createRouter({ mediaCodecs: mediaCodecs() });
  const transports = new Map();
  const consumers = [];
  let producerId;
  return {
    async transport() {
      const transport = await router.createWebRtcTransport({ webRtcServer, initialAvailableOutgoingBitrate: 800_000 });
      transports.set(transport.id, transport);
      const { id, iceParameters, iceCandidates, dtlsParameters } = transport;
      return { id, iceParameters, iceCandidates, dtlsParameters };
    },
    connect: ({ transportId, dtlsParameters }) => transports.get(transportId).connect({ dtlsParameters }),
    async produce({ transportId, rtpParameters }) {
      const producer = await transports.get(transportId).produce({ kind: 'video', rtpParameters });
      producerId = producer.id;
    },
    async consume({ transportId }) {
      const { rtpCapabilities } = router;
      const consumer = await transports.get(transportId).consume({ producerId, rtpCapabilities, paused: true });
      consumers.push(consumer);
      return { consumerId: consumer.id, rtpParameters: consumer.rtpParameters };
    },
    async resume({ consumerId }) {
      const consumer = consumers.find(({ id }) => id === consumerId);
      await consumer.resume();
      await consumer.requestKeyFrame();
    },
    async cpuSeconds() {
      const { ru_utime, ru_stime } = await worker.getResourceUsage();
      return (ru_utime + ru_stime) / 1_000;
    },
    consumers: () => consumers,
  };
}

async function room() {
  const { WorkerPool } = require(join(root, 'dist/libs/sfu/src/index.js'));
  const logger = { debug() {}, info() {}, warn: console.error, error: console.error };
  const workers = kind === 'piped' ? 2 : 1;
  const pool = await WorkerPool.create({ workerBin, workers, listen: { ip: listenIp, portMin: 0 }, logger });
  const crowd = await pool.createRoom();
  const peers = new Map();
  let count = 0;
  let producerId;
  return {
    async transport({ direction }) {
      const id = String((count += 1));
      const peer = crowd.addPeer({ peerId: id, participantId: id });
      const address = await peer.createTransport(direction, crowd.rtpCapabilities);
      peers.set(address.id, peer);
      return address;
    },
    connect: (input) => peers.get(input.transportId).connectTransport(input),
    async produce({ transportId, rtpParameters }) {
      const peer = peers.get(transportId);
      const track = { kind: 'video', source: 'camera', paused: false };
      ({ producerId } = await peer.produce({ transportId, rtpParameters, ...track }));
      if (kind === 'piped') peer.site.host.promised += 10_000;
    },
    consume: ({ transportId }) => peers.get(transportId).consume({ transportId, producerId }),
    resume: ({ transportId, consumerId }) => peers.get(transportId).resumeConsumer({ consumerId }),
    cpuSeconds: async () => (await pool.usage()).reduce((sum, { cpuSeconds }) => sum + cpuSeconds, 0),
    consumers: () => [...peers.values()].flatMap((peer) => [...peer.parts.consumers.entries.values()]),
  };
}

const calls = await (kind === 'bare' ? bare() : room());
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

serve({
  listen: () => new Promise((done) => http.listen(0, listenIp, () => done(http.address().port))),
  /** What the workers have used, and how many packets left them for viewers. */
  async usage() {
    const cpuSeconds = await calls.cpuSeconds();
    const stats = await Promise.all(calls.consumers().map((consumer) => consumer.getStats()));
    const sent = stats.flat().filter(({ type }) => type === 'outbound-rtp');
    return { cpuSeconds, packets: sent.reduce((sum, { packetCount }) => sum + packetCount, 0) };
  },
});
