/** Five microphones of 50 packets a second and five cameras of 120 packets of 1,000 bytes, all in this process. */
import { createRequire } from 'node:module';
import { now, serve } from '../support/process.mjs';
import { server } from '../sfu/client.mjs';

const require = createRequire(import.meta.url);
const { rtp, vp8 } = require('../../../libs/sfu/testing/rtp-packets.ts');
const { opusParameters, vp8Parameters } = require('../../../libs/sfu/testing/senders.ts');
const { WebRtcClient } = require('../../../libs/sfu/testing/webrtc-client.ts');

const PEOPLE = 5;
const filler = Buffer.alloc(780, 0x55);
const voice = Buffer.concat([Buffer.from([0xfc]), Buffer.alloc(79, 0x55)]);
const kinds = {
  microphone: { kind: 'audio', rate: 50, clock: 48_000, parameters: opusParameters, payload: () => voice },
  camera: {
    kind: 'video',
    rate: 120,
    clock: 90_000,
    parameters: vp8Parameters,
    payload: (n) => Buffer.concat([vp8(n, n % 60 === 0), filler]),
  },
};
const tracks = [];
let sent = 0;

async function open(port, source, person) {
  const call = server(port);
  const { kind, parameters } = kinds[source];
  const ssrc = person * 10 + (kind === 'audio' ? 1 : 2);
  const rtpParameters = parameters(ssrc);
  const address = await call('transport', { direction: 'send' });
  const peer = { connectTransport: (input) => call('connect', input) };
  const client = await WebRtcClient.connect(peer, address, 'send', kind, rtpParameters);
  await call('produce', { transportId: address.id, kind, source, rtpParameters });
  tracks.push({ ...kinds[source], client, ssrc, payloadType: rtpParameters.codecs[0].payloadType, n: 0 });
}

function send(track) {
  const { client, ssrc, payloadType, clock, rate, n } = track;
  const timestamp = n * (clock / rate);
  client.send(rtp({ payloadType, sequence: n, timestamp, ssrc, marker: true, payload: track.payload(n) }));
  track.n += 1;
  sent += 1;
}

serve({
  async connect({ port }) {
    for (let person = 1; person <= PEOPLE; person += 1)
      for (const source of Object.keys(kinds)) await open(port, source, person);
  },
  start() {
    const startedAt = now();
    setInterval(() => {
      for (const track of tracks) while ((track.n * 1_000) / track.rate <= now() - startedAt) send(track);
    }, 4);
  },
  sent: () => sent,
});
