import { once } from 'node:events';
import { createServer } from 'node:net';

/**
 * Waits for a condition. It is looked at every 20 ms at first and less often later, at most every quarter of a second:
 * most conditions ask a server, and asking costs it time that what is waited for needs.
 * @throws with what `describe` says when it does not come
 */
export async function until(
  condition: () => boolean | Promise<boolean>,
  limit = 10_000,
  describe: () => string = () => condition.toString(),
): Promise<void> {
  const start = performance.now();
  while (!(await condition())) {
    const waited = performance.now() - start;
    if (waited > limit) throw new Error(`Not within ${limit / 1000} s: ${describe()}`);
    await new Promise((wake) => setTimeout(wake, Math.min(20 + waited / 10, 250)));
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}
