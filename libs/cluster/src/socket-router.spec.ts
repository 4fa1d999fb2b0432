import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from '@lectern/observability';
import { Server } from 'socket.io';
import { io as connect, type Socket as Client } from 'socket.io-client';
import { routeSockets } from './socket-router';

interface Node {
  name: string;
  http: HttpServer;
  io: Server;
  address: string;
  rooms: Set<string>;
}

describe('sockets find the server that has their room', () => {
  const warn = jest.fn();
  const nodes: Node[] = [];
  const cuts = new Map<Node, () => void>();
  const clients: Client[] = [];
  let lookups = true;

  async function open(name: string): Promise<Node> {
    const http = createServer((_request, response) => response.end(name));
    const io = new Server(http, { serveClient: false });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    const address = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
    const node = { name, http, io, address, rooms: new Set<string>() };
    io.on('connection', (socket) => {
      node.rooms.add(String(socket.handshake.query.room));
      socket.on('where', (answer: (name: string) => void) => answer(name));
    });
    const ownerOf = async (room: string) => {
      if (!lookups) throw new Error('Redis is away');
      return owners.get(room) ?? address;
    };
    const cut = routeSockets(http, { owners: { ownerOf }, address, logger: { warn } as unknown as Logger });
    nodes.push(node);
    cuts.set(node, cut);
    return node;
  }

  const owners = new Map<string, string>();
  let a: Node, b: Node;

  beforeAll(async () => {
    [a, b] = [await open('a'), await open('b')];
  });
  afterEach(() => {
    lookups = true;
    for (const client of clients.splice(0)) client.disconnect();
  });
  afterAll(() => Promise.all(nodes.map(({ io }) => io.close())));

  function reach(node: Node, room: string, transports = ['websocket']): Client {
    const client = connect(node.address, { query: { room }, transports, reconnection: false, forceNew: true });
    clients.push(client);
    return client;
  }
  const where = (client: Client) => client.timeout(5_000).emitWithAck('where') as Promise<string>;

  it.each([[['websocket']], [['polling']], [['polling', 'websocket']]])('over %p', async (transports) => {
    const room = randomUUID();
    owners.set(room, b.address);
    expect(await where(reach(a, room, transports))).toBe('b');
    expect(await where(reach(b, room, transports))).toBe('b');
    expect(a.rooms.has(room)).toBe(false);
  });

  it('carries much in both directions, and ends both ends together', async () => {
    const room = randomUUID();
    owners.set(room, b.address);
    const client = reach(a, room);
    await where(client);
    const far = [...b.io.sockets.sockets.values()].at(-1)!;
    far.on('echo', (text: string, answer: (text: string) => void) => answer(text));
    const text = 'x'.repeat(500_000);
    expect(await client.timeout(5_000).emitWithAck('echo', text)).toBe(text);
    const ended = once(far as never, 'disconnect');
    client.disconnect();
    await ended;
  });

  it('cuts what it passes on when it ends, and nothing else', async () => {
    const room = randomUUID();
    owners.set(room, b.address);
    const [passed, direct] = [reach(a, room), reach(b, room)];
    await Promise.all([where(passed), where(direct)]);
    const ended = once(passed as never, 'disconnect');
    cuts.get(a)!();
    await ended;
    expect(await where(direct)).toBe('b');
  });

  it('leaves everything else, and sockets without a room, where they are', async () => {
    expect(await (await fetch(`${a.address}/somewhere`)).text()).toBe('a');
    expect(await where(reach(a, 'no room'))).toBe('a');
  });

  it('refuses when the owner does not answer, when it passes on, and when nobody knows the owner', async () => {
    const [dead, circular, unknown] = [randomUUID(), randomUUID(), randomUUID()];
    owners.set(dead, 'http://127.0.0.1:1');
    owners.set(circular, b.address);
    const refused = (client: Client) => once(client as never, 'connect_error');
    await refused(reach(a, dead));
    const poll = (room: string, headers = {}) =>
      fetch(`${a.address}/socket.io/?EIO=4&transport=polling&room=${room}`, { headers });
    expect((await poll(dead)).status).toBe(503);
    expect((await poll(circular, { 'x-lectern-passed': '1' })).status).toBe(503);
    lookups = false;
    await refused(reach(a, unknown));
    expect((await poll(unknown)).status).toBe(503);
    expect(warn).toHaveBeenCalled();
  });
});
