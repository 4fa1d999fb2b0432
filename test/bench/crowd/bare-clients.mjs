/** socket.io connections that do nothing. */
import { now, serve } from '../support/process.mjs';
import { openSocketIo } from '../support/raw-socket.mjs';

const RETRY_MS = 500;
let retries = 0;

async function connect(port) {
  for (;;) {
    try {
      return await openSocketIo(port, null, () => undefined);
    } catch {
      retries += 1;
      await new Promise((wake) => setTimeout(wake, RETRY_MS * (1 + Math.random())));
    }
  }
}

serve({
  async connect({ port, count }) {
    const started = now();
    const took = await Promise.all(Array.from({ length: count }, () => connect(port).then(() => now() - started)));
    return { took, retries };
  },
});
