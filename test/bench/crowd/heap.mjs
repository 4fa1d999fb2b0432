/** The heap of a process that was started with `--inspect`, after a full collection. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { WebSocket } = createRequire(require.resolve('socket.io-adapter'))('ws');

/** @param output what the process has written to standard error: it names the inspector's address */
export async function heapOf(output) {
  const [address] = /ws:\/\/\S+/.exec(output) ?? [];
  if (!address) throw new Error(`No inspector listens:\n${output}`);
  const socket = new WebSocket(address);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  const call = (id, method) =>
    new Promise((resolve, reject) => {
      const onMessage = (data) => {
        const answer = JSON.parse(data);
        if (answer.id !== id) return;
        socket.off('message', onMessage);
        if (answer.error) reject(new Error(answer.error.message));
        else resolve(answer.result);
      };
      socket.on('message', onMessage);
      socket.send(JSON.stringify({ id, method }));
    });
  await call(1, 'HeapProfiler.enable');
  await call(2, 'HeapProfiler.collectGarbage');
  const { usedSize } = await call(3, 'Runtime.getHeapUsage');
  socket.close();
  return usedSize;
}
