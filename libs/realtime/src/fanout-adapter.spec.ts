import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Writable } from 'node:stream';
import { Server } from 'socket.io';
import { io, type Socket } from 'socket.io-client';
import { Fanout } from './fanout';
import { broadcastThrough } from './fanout-adapter';

const CAP = 64 * 1024;

describe('broadcasts through a fan-out, over real sockets', () => {
  let http: HttpServer;
  let server: Server;
  let fanout: Fanout;
  const clients: Socket[] = [];

  beforeEach(async () => {
    http = createServer().listen(0, '127.0.0.1');
    await once(http, 'listening');
    server = new Server(http, { serveClient: false });
    fanout = new Fanout(CAP);
    broadcastThrough(fanout, server);
    server.on('connection', (socket) => {
      void socket.join((socket.handshake.auth.rooms as string[] | undefined) ?? []);
      socket.on('say', (text: string, ack: (text: string) => void) => {
        server.to('room').emit('said', text);
        ack(text);
      });
    });
  });

  afterEach(async () => {
    for (const client of clients.splice(0)) client.disconnect();
    fanout.close();
    await server.close();
  });

  async function join(rooms: string[], transport: 'websocket' | 'polling' = 'websocket') {
    const { port } = http.address() as AddressInfo;
    const client = io(`http://127.0.0.1:${port}`, { transports: [transport], auth: { rooms }, forceNew: true });
    clients.push(client);
    const got: string[] = [];
    client.on('said', (text: string) => got.push(text));
    await once(client as unknown as NodeJS.EventEmitter, 'connect');
    return { client, got };
  }

  it('reaches everyone in the group in order, by websocket and by polling, but not those left out', async () => {
    const web = await join(['room']);
    const polling = await join(['room'], 'polling');
    const staff = await join(['room', 'staff']);
    const outside = await join(['elsewhere']);
    const expected = Array.from({ length: 200 }, (_, n) => `${n} ${'é'.repeat(n)}`);
    for (const text of expected) server.to('room').except('staff').emit('said', text);
    await until(() => web.got.length === 200 && polling.got.length === 200);
    expect(web.got).toEqual(expected);
    expect(polling.got).toEqual(expected);
    expect(staff.got).toEqual([]);
    expect(outside.got).toEqual([]);
  });

  it('reaches somebody once who is in several of the groups', async () => {
    const both = await join(['room', 'staff']);
    server.to('room').to('staff').emit('said', 'once');
    server.to('room').emit('said', 'after');
    await until(() => both.got.includes('after'));
    expect(both.got).toEqual(['once', 'after']);
  });

  it('knows who has come to a crowd and who has left it since the last broadcast', async () => {
    const [leaver, ...others] = await Promise.all(Array.from({ length: 20 }, () => join(['room'])));
    server.to('room').emit('said', 'first');
    await until(() => [leaver!, ...others].every(({ got }) => got.length === 1));
    server.in(leaver!.client.id!).socketsLeave('room');
    const newcomer = await join(['room']);
    server.to('room').emit('said', 'second');
    server.emit('said', 'last');
    await until(() => [leaver!, newcomer, ...others].every(({ got }) => got.at(-1) === 'last'));
    expect(leaver!.got).toEqual(['first', 'last']);
    expect(newcomer.got).toEqual(['second', 'last']);
    for (const { got } of others) expect(got).toEqual(['first', 'second', 'last']);
  });

  it('goes out in one write with the acknowledgement to who is alone in the group', async () => {
    const { client, got } = await join(['room']);
    const line = lineOf(server);
    const [one, several] = [jest.spyOn(line, '_write'), jest.spyOn(line, '_writev')];
    expect(await client.emitWithAck('say', 'hello')).toBe('hello');
    expect(got).toEqual(['hello']);
    expect(one.mock.calls.length + several.mock.calls.length).toBe(1);
  });

  it('goes beside acknowledgements and messages to one, and loses nothing', async () => {
    const one = await join(['room']);
    const two = await join(['room']);
    const said = Array.from({ length: 300 }, (_, n) => String(n));
    const acks = await Promise.all(said.map((text) => one.client.emitWithAck('say', text) as Promise<string>));
    expect(acks).toEqual(said);
    await until(() => one.got.length === 300 && two.got.length === 300);
    expect(one.got).toEqual(said);
    expect(two.got).toEqual(said);
  });

  it('lets a broadcast ask for acknowledgements', async () => {
    const { client } = await join(['room']);
    client.on('ask', (ack: (answer: string) => void) => ack('here'));
    await expect(server.to('room').timeout(5_000).emitWithAck('ask')).resolves.toEqual(['here']);
  });

  it('says the last word before it closes connections', async () => {
    const { client } = await join(['room']);
    const heard: string[] = [];
    client.onAny((event: string) => heard.push(event));
    client.on('disconnect', () => heard.push('disconnect'));
    server.to('room').emit('session:closed', { reason: 'removed' });
    server.in('room').disconnectSockets(true);
    await until(() => heard.length === 2);
    expect(heard).toEqual(['session:closed', 'disconnect']);
  });

  it('lets a slow client miss events, bounded, and tells it to ask once it is back', async () => {
    const fast = await join(['room']);
    const slow = await join(['room']);
    const resyncs: number[] = [];
    slow.client.on('session:resync', () => resyncs.push(slow.got.length));
    const line = (slow.client.io.engine.transport as unknown as { ws: { pause(): void; resume(): void } }).ws;
    line.pause();
    let sent = 0;
    while (fanout.behind === 0 && sent < 10_000) {
      server.to('room').emit('said', `${sent++} ${'x'.repeat(8_000)}`);
      if (sent % 20 === 0) await new Promise(setImmediate);
    }
    expect(fanout.behind).toBe(1);
    for (let extra = 0; extra < 50; extra += 1) server.to('room').emit('said', `${sent++} missed`);
    await until(() => fast.got.length === sent);
    line.resume();
    await until(() => resyncs.length === 1);
    server.to('room').emit('said', 'after');
    await until(() => slow.got.at(-1) === 'after');
    const numbers = slow.got.slice(0, resyncs[0]).map((text) => Number.parseInt(text, 10));
    expect(numbers).toEqual(numbers.map((_, n) => n));
    expect(numbers.length).toBeLessThan(sent);
    expect(fanout.behind).toBe(0);
  }, 20_000);
});

async function until(condition: () => boolean): Promise<void> {
  const end = performance.now() + 10_000;
  while (!condition()) {
    if (performance.now() > end) throw new Error(`Not within 10 s: ${condition.toString()}`);
    await new Promise((wake) => setTimeout(wake, 10));
  }
}

/** The TCP connection of the only client. */
function lineOf(server: Server): Required<Pick<Writable, '_write' | '_writev'>> {
  const [socket] = server.sockets.sockets.values();
  const { transport } = socket!.conn as unknown as { transport: { socket: { _socket: Required<Writable> } } };
  return transport.socket._socket;
}
