import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Lectern } from '../lectern';
import type { SharedAt } from '../shared-lectern';
import type { Topology } from '../topology';

/**
 * Starts a Lectern of each kind when the first spec asks for it, and gives all specs of the run the same one: two
 * servers with their workers cost more than most specs do.
 */
export class SharedLecterns {
  private readonly started = new Map<string, Promise<{ lectern: Lectern; at: SharedAt }>>();

  private constructor(
    private readonly server: Server,
    private readonly topologies: () => Topology[],
  ) {}

  /** @param topologies are asked for late: what they need is not loaded by runs that share nothing */
  static async open(topologies: () => Topology[]): Promise<SharedLecterns> {
    const server = createServer();
    const shared = new SharedLecterns(server, topologies);
    server.on('request', (request, response) => {
      shared.of(decodeURIComponent(request.url!.slice(1))).then(
        ({ at }) => response.end(JSON.stringify(at)),
        (error: Error) => response.writeHead(500).end(error.stack),
      );
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return shared;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** @throws Error when a server met an error that it had not foreseen, in whatever spec */
  async close(): Promise<void> {
    this.server.close();
    for (const one of this.started.values()) await (await one).lectern.remove();
  }

  private of(name: string): Promise<{ lectern: Lectern; at: SharedAt }> {
    const known = this.started.get(name) ?? this.start(name);
    this.started.set(name, known);
    return known;
  }

  private async start(name: string): Promise<{ lectern: Lectern; at: SharedAt }> {
    const topology = this.topologies().find((one) => one.name === name)!;
    const lectern = await topology.start();
    const { port, data, redisAddress, url, setupToken: token } = lectern;
    const body = { token, email: 'first@example.org', password: 'a long pass phrase', displayName: 'First Admin' };
    const headers = { 'content-type': 'application/json', 'x-lectern-client': 'test' };
    const made = await fetch(`${url}/api/accounts`, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!made.ok) throw new Error(`No first account was made: ${await made.text()}`);
    const cookie = made.headers.get('set-cookie')!.split(';')[0]!;
    return { lectern, at: { port, data, redisAddress, cookie } };
  }
}
