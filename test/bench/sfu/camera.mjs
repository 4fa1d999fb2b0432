/** Sends 120 packets of 1,000 bytes a second; every tenth frame of a single packet is a key frame. */
import { createRequire } from 'node:module';
import { now, serve } from '../support/process.mjs';
import { connect, server } from './client.mjs';

const require = createRequire(import.meta.url);
const { rtp, vp8 } = require('../../../libs/sfu/testing/rtp-packets.ts');
const { vp8Parameters } = require('../../../libs/sfu/testing/senders.ts');

const RATE = 120;
const SSRC = 1_234;
const filler = Buffer.alloc(780, 0x55);
let client;
let timer;
let n = 0;

function send() {
  const payload = Buffer.concat([vp8(n, n % 10 === 0), filler]);
  const timestamp = n * (90_000 / RATE);
  client.send(rtp({ payloadType: 101, sequence: n, timestamp, ssrc: SSRC, marker: true, payload }));
  n += 1;
}

serve({
  async connect({ port }) {
    const call = server(port);
    const rtpParameters = vp8Parameters(SSRC);
    const address = await call('transport', { direction: 'send' });
    client = await connect(call, address, 'send', rtpParameters);
    await call('produce', { transportId: address.id, rtpParameters });
  },
  start() {
    const startedAt = now();
    const first = n;
    timer = setInterval(() => {
      while (((n - first) * 1_000) / RATE <= now() - startedAt) send();
    }, 4);
  },
  stop: () => clearInterval(timer),
});
