import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { Doze } from './doze';
import { openLibc } from './libc';

const libc = openLibc()!;
const LONG_MS = 60_000;

describe('Doze', () => {
  let server: Server;
  let here: Socket;
  let there: Socket;
  beforeEach(async () => {
    server = createServer((socket) => (there = socket)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    here = connect(port, '127.0.0.1');
    await Promise.all([once(here, 'connect'), once(server, 'connection')]);
  });
  afterEach(() => {
    here.destroy();
    there.destroy();
    server.close();
  });

  const descriptor = () => (here as unknown as { _handle: { fd: number } })._handle.fd;

  it('sleeps for its time where nothing comes', () => {
    const began = performance.now();
    new Doze(libc, descriptor()).sleep(30);
    expect(performance.now() - began).toBeGreaterThanOrEqual(29);
  });

  it('ends when there is something to read', () => {
    // What is written to the loopback is there at once, and is not read while this thread goes on.
    there.write('wake up');
    const began = performance.now();
    new Doze(libc, descriptor()).sleep(LONG_MS);
    expect(performance.now() - began).toBeLessThan(LONG_MS);
  });

  it('refuses a descriptor that is not open, which would never let it sleep', () => {
    expect(() => new Doze(libc, 1_000_000).sleep(1)).toThrow(/not open/);
  });
});
