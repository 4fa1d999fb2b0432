/** A few thousand listeners in one process, each noting how late and in which order it was told. */
import { now, serve } from '../support/process.mjs';
import { openSocket, openSocketIo } from '../support/raw-socket.mjs';

const AT = Buffer.from('"at":"');
const delays = [];
let outOfOrder = 0;
let closed = 0;

function listener() {
  let last = -1;
  return (text) => {
    const start = text.indexOf(AT) + AT.length;
    delays.push(now() - Number(text.toString('latin1', start, start + 16)));
    const seq = Number.parseInt(text.toString('latin1', start + 24, start + 32), 10);
    if (seq !== last + 1 && seq !== 0) outOfOrder += 1;
    last = seq;
  };
}

serve({
  async connect({ port, kind, count }) {
    const closes = () => (closed += 1);
    const one = () =>
      kind === 'ws' ? openSocket(port, '/', listener(), closes) : openSocketIo(port, null, listener(), closes);
    for (let left = count; left > 0; left -= 50) await Promise.all(Array.from({ length: Math.min(50, left) }, one));
  },
  heard: () => delays.length,
  take() {
    const taken = { delays: delays.splice(0).map((delay) => Math.round(delay * 1000) / 1000), outOfOrder, closed };
    outOfOrder = 0;
    return taken;
  },
});
