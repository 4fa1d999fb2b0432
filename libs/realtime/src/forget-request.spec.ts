import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server, type Socket } from 'socket.io';
import { io as connect } from 'socket.io-client';
import { forgetRequest } from './forget-request';

it.each([[['websocket']], [['polling']], [['polling', 'websocket']]])(
  'a connection over %p goes on without the request by which it came',
  async (transports) => {
    const http = createServer();
    const io = new Server(http, { serveClient: false });
    http.listen(0, '127.0.0.1');
    await once(http, 'listening');
    io.on('connection', (socket) => {
      forgetRequest(socket);
      socket.on('say', (text: string, answer: (text: string) => void) => answer(text));
    });
    const { port } = http.address() as AddressInfo;
    const client = connect(`http://127.0.0.1:${port}`, { transports, auth: { ticket: 'secret' }, forceNew: true });
    expect(await client.timeout(5_000).emitWithAck('say', 'hello')).toBe('hello');
    if (transports.length > 1 && client.io.engine.transport.name === 'polling')
      await once(client.io.engine as never, 'upgrade');
    expect(await client.timeout(5_000).emitWithAck('say', 'again')).toBe('again');
    const [socket] = [...io.sockets.sockets.values()] as [Socket];
    expect(socket.request).toBeUndefined();
    expect(JSON.stringify(socket.handshake)).not.toContain('secret');
    client.disconnect();
    await io.close();
  },
);
