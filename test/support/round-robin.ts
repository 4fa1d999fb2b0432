import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A TCP proxy that hands each connection to the next of several ports; of those that refuse, to the one after. */
export class RoundRobin {
  private readonly sockets = new Set<Socket>();
  private next = 0;

  private constructor(
    private readonly server: Server,
    private readonly ports: number[],
  ) {}

  static async open(port: number, ports: number[]): Promise<RoundRobin> {
    const server = createServer();
    const proxy = new RoundRobin(server, ports);
    server.on('connection', (socket) => proxy.hand(socket, ports.length));
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private hand(near: Socket, tries: number): void {
    const far = connect(this.ports[this.next++ % this.ports.length]!, '127.0.0.1');
    this.keep(near);
    far.once('connect', () => {
      this.keep(far);
      near.pipe(far).pipe(near);
      near.once('close', () => far.destroy());
      far.once('close', () => near.destroy());
    });
    far.once('error', () => {
      if (far.pending && tries > 1 && !near.destroyed) this.hand(near, tries - 1);
      else near.destroy();
    });
  }

  private keep(socket: Socket): void {
    if (this.sockets.has(socket)) return;
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.sockets.delete(socket));
  }
}
