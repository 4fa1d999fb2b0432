import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io as connect, type Socket as Client } from 'socket.io-client';
import { readFairly, rest } from './inlet';

describe('reading', () => {
  let http: HttpServer;
  let io: Server;
  const clients: Client[] = [];

  beforeEach(async () => {
    http = createServer();
    io = new Server(http, { serveClient: false });
    readFairly(io);
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
  });
  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    await io.close();
  });

  async function open(): Promise<{ client: Client; socket: Socket }> {
    const accepted = once(io, 'connection') as Promise<[Socket]>;
    const { port } = http.address() as AddressInfo;
    const client = connect(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true });
    clients.push(client);
    const [socket] = await accepted;
    await until(() => client.connected);
    return { client, socket };
  }

  it('takes one event of a client in a turn of the loop, so that whoever sends much at once holds up nobody', async () => {
    const loud = await open();
    let turn = 0;
    const count = () => (turn = turn < 0 ? turn : turn + 1) >= 0 && setImmediate(count);
    const turns: number[] = [];
    loud.socket.on('say', () => void turns.push(turn));
    count();
    for (let n = 0; n < 200; n += 1) loud.client.emit('say');
    await until(() => turns.length === 200);
    turn = -1;
    expect(new Set(turns).size).toBe(200);
  });

  it('lets a client wait, and then goes on where it was', async () => {
    const { client, socket } = await open();
    const heard: number[] = [];
    socket.on('say', (n: number) => {
      heard.push(n);
      if (n === 0) rest(socket, 200);
    });
    client.emit('say', 0);
    await until(() => heard.length === 1);
    const restedAt = performance.now();
    for (let n = 1; n < 50; n += 1) client.emit('say', n);
    await until(() => heard.length === 50);
    expect(performance.now() - restedAt).toBeGreaterThan(100);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  });

  it('takes no harm from one that leaves meanwhile', async () => {
    const { client, socket } = await open();
    rest(socket, 20);
    client.disconnect();
    await until(() => !socket.connected);
  });
});

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((wake) => setTimeout(wake, 5));
}
