/** One server that tells many: `stock` socket.io, `ws` with a frame built once, or `ours`. */
import { createRequire } from 'node:module';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { cpuSince, now, serve } from '../support/process.mjs';

const [kind] = process.argv.slice(2);
const root = resolve(import.meta.dirname, '../../..');
const require = createRequire(join(root, 'package.json'));
const http = createServer();
const FILLER = 'x'.repeat(230);
const EVENT = 'question:changed';
const payload = (seq) => ({ at: now().toFixed(3).padStart(16), seq, text: FILLER });

const servers = { stock: socketIo, ours: () => socketIo(true), ws: webSockets };
const { tell, count } = servers[kind]();

function socketIo(ours = false) {
  const { Server } = require('socket.io');
  const io = new Server(http, { serveClient: false, perMessageDeflate: false, pingInterval: 100_000 });
  if (ours) {
    const { Fanout } = require(join(root, 'dist/libs/realtime/src/fanout.js'));
    const { broadcastThrough } = require(join(root, 'dist/libs/realtime/src/fanout-adapter.js'));
    broadcastThrough(new Fanout(), io);
  }
  io.on('connection', (socket) => socket.join('room'));
  return { tell: (seq) => io.to('room').emit(EVENT, payload(seq)), count: () => io.engine.clientsCount };
}

function webSockets() {
  const { WebSocketServer, Sender } = createRequire(require.resolve('socket.io-adapter'))('ws');
  const server = new WebSocketServer({ server: http, perMessageDeflate: false });
  return {
    tell: (seq) => {
      const text = Buffer.from(`42${JSON.stringify([EVENT, payload(seq)])}`);
      const parts = Sender.frame(text, { fin: true, opcode: 1, mask: false, readOnly: false, rsv1: false });
      const frame = [Buffer.concat(parts)];
      for (const client of server.clients) if (client.readyState === 1) client._sender.sendFrame(frame);
    },
    count: () => server.clients.size,
  };
}

serve({
  listen: () => new Promise((done) => http.listen(0, '127.0.0.1', 4_096, () => done(http.address().port))),
  count,
  heap: () => (globalThis.gc(), process.memoryUsage()),
  /** Tells `messages` times, each `every` ms after the one before. @returns CPU in µs for each delivery */
  async run({ messages, every }) {
    const before = process.cpuUsage();
    const started = now();
    for (let seq = 0; seq < messages; seq += 1) {
      tell(seq);
      const wait = started + (seq + 1) * every - now();
      await new Promise((wake) => setTimeout(wake, Math.max(1, wait)));
    }
    return { micros: (cpuSince(before) * 1e6) / (messages * count()) };
  },
});
