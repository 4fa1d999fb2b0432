import { once } from 'node:events';
import { createServer } from 'node:net';

/** Waits for a condition, looking every 20 ms. @throws with what `describe` says when it does not come */
export async function until(
  condition: () => boolean | Promise<boolean>,
  limit = 10_000,
  describe: () => string = () => condition.toString(),
): Promise<void> {
  const end = performance.now() + limit;
  while (!(await condition())) {
    if (performance.now() > end) throw new Error(`Not within ${limit / 1000} s: ${describe()}`);
    await new Promise((wake) => setTimeout(wake, 20));
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
