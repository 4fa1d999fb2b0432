/** One viewer of all that is sent, each track over a transport of its own. */
import { createRequire } from 'node:module';
import { serve } from '../support/process.mjs';
import { server } from '../sfu/client.mjs';

const require = createRequire(import.meta.url);
const { WebRtcClient } = require('../../../libs/sfu/testing/webrtc-client.ts');
const clients = [];

async function view(call, { producerId, kind }) {
  const address = await call('transport', { direction: 'receive' });
  const { consumerId, rtpParameters } = await call('consume', { transportId: address.id, producerId });
  const peer = { connectTransport: (input) => call('connect', input) };
  clients.push(await WebRtcClient.connect(peer, address, 'receive', kind, rtpParameters));
  await call('resume', { transportId: address.id, consumerId });
}

// What came need not be kept.
setInterval(
  () => clients.forEach((client) => ((client.seen ??= 0), (client.seen += client.packets.splice(0).length))),
  500,
);

serve({
  /** @returns how many tracks there are */
  async connect({ port }) {
    const call = server(port);
    const producers = await call('producers');
    for (const producer of producers) await view(call, producer);
    return producers.length;
  },
  seen: () => clients.map(({ seen = 0 }) => seen),
});
