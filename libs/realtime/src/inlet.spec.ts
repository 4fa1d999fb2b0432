import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io as connect, type Socket as Client } from 'socket.io-client';
import { until } from '../../../test/support/until';
import { Inlet, readFairly } from './inlet';

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

  /** Hands what a client says on as the dispatcher does, and lets it rest after each. */
  function listen(socket: Socket, milliseconds: number): { inlet: Inlet; heard: number[]; left: number[] } {
    const inlet = new Inlet(socket);
    const [heard, left]: number[][] = [[], []];
    socket.on('say', async (n: number) => {
      if (inlet.holds && !(await inlet.turn())) return void left!.push(n);
      heard!.push(n);
      inlet.rest(milliseconds);
    });
    return { inlet, heard: heard!, left: left! };
  }

  it('lets a client wait, one event at the end of each rest, in their order', async () => {
    const { client, socket } = await open();
    const { heard } = listen(socket, 10);
    const startedAt = performance.now();
    for (let n = 0; n < 50; n += 1) client.emit('say', n);
    await until(() => heard.length === 50);
    expect(performance.now() - startedAt).toBeGreaterThan(480);
    expect(heard).toEqual([...heard].sort((a, b) => a - b));
  });

  it('reads no more of a client of whom much waits already', async () => {
    const { client, socket } = await open();
    const { heard } = listen(socket, 5);
    const paused = () => (socket.conn.transport as unknown as { socket: { isPaused: boolean } }).socket.isPaused;
    for (let n = 0; n < 60; n += 1) client.emit('say', n);
    await until(paused, 2_000);
    expect(heard.length).toBeLessThan(60);
    await until(() => heard.length === 60);
    expect(paused()).toBe(false);
  });

  it('puts out a client that goes on all the same, and hears no more of it', async () => {
    const { client, socket } = await open();
    const { inlet, heard, left } = listen(socket, 60_000);
    client.emit('say', 0);
    await until(() => heard.length === 1);
    const turns = Array.from({ length: 500 }, () => inlet.turn());
    expect(socket.connected).toBe(true);
    expect(await inlet.turn()).toBe(false);
    expect(socket.connected).toBe(false);
    await until(() => !client.connected);
    expect([heard, left]).toEqual([[0], []]);
    expect(turns).toHaveLength(500);
  });

  it('lets nothing go on of a client that is gone', async () => {
    const { client, socket } = await open();
    const { inlet } = listen(socket, 20);
    inlet.rest(20);
    const turn = inlet.turn();
    client.disconnect();
    expect(await turn).toBe(false);
  });
});
