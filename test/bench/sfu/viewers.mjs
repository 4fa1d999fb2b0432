/** Receives the camera many times over, and counts gaps in what came. */
import { serve } from '../support/process.mjs';
import { connect, server } from './client.mjs';

const viewers = [];

async function view(call) {
  const address = await call('transport', { direction: 'receive' });
  const { consumerId, rtpParameters } = await call('consume', { transportId: address.id });
  const client = await connect(call, address, 'receive', rtpParameters);
  viewers.push({ client, ssrc: rtpParameters.encodings[0].ssrc });
  await call('resume', { transportId: address.id, consumerId });
}

/** Packets that never came between the first and the last; the worker's probes have other SSRCs. */
function take({ client, ssrc }) {
  const sequences = new Set(client.packets.filter((packet) => packet.ssrc === ssrc).map(({ sequence }) => sequence));
  client.packets.length = 0;
  if (sequences.size === 0) return { count: 0, lost: 0 };
  const first = sequences.values().next().value;
  const span = Math.max(
    ...[...sequences].map((sequence) => (sequence - first) & 0xffff).filter((step) => step < 0x8000),
  );
  return { count: sequences.size, lost: Math.max(0, span + 1 - sequences.size) };
}

serve({
  async connect({ port, count }) {
    const call = server(port);
    for (let left = count; left > 0; left -= 10)
      await Promise.all(Array.from({ length: Math.min(10, left) }, () => view(call)));
  },
  take() {
    const all = viewers.map(take);
    const sum = (key) => all.reduce((total, one) => total + one[key], 0);
    return { count: sum('count'), lost: sum('lost'), silent: all.filter(({ count }) => count === 0).length };
  },
});
