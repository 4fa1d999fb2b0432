import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** `unplugged`: both ends see at once that there is no line. `silent`: nothing arrives any more, and nobody is told. */
export type Cut = 'unplugged' | 'silent';

/** The line between one browser and the server, to be cut and mended while both run. */
export interface Line {
  /** What is cut, in words. */
  readonly kind: string;
  /** Settings with which the server must be started. */
  readonly env: Record<string, string>;
  /** Wraps a program so that it stands at the far end of the line. */
  program(path: string): string;
  /** Where the far end reaches a server that listens on this port. */
  open(port: number): Promise<string>;
  cut(how: Cut): void;
  mend(): Promise<void>;
  close(): void;
}

/** A cable where the machine lets us lay one, else a proxy, which carries the signalling but not the media. */
export function layLine(): Line {
  try {
    return new Cable();
  } catch {
    return new Proxy();
  }
}

/**
 * The browser in a network namespace of its own, behind a router in another: all that it sends and hears goes over two
 * virtual Ethernet cables, signalling and media. Needs root and `ip` (iproute2).
 */
export class Cable implements Line {
  readonly kind = 'cable (network namespaces)';
  readonly env: Record<string, string>;
  readonly far = `lectern-far-${process.pid}`;
  readonly router = `lectern-router-${process.pid}`;
  private readonly port = `lt${process.pid}`;
  readonly net = `10.213.${process.pid % 256}`;
  private readonly folder = mkdtempSync(join(tmpdir(), 'lectern-line-'));

  constructor() {
    this.env = { LECTERN_HOST: '0.0.0.0', LECTERN_MEDIA_LISTEN: `${this.net}.1` };
    try {
      this.lay();
    } catch (error) {
      this.close();
      throw error;
    }
  }

  private lay(): void {
    const { far, router, port, net } = this;
    ip(`netns add ${router}`);
    ip(`netns add ${far}`);
    ip(`link add ${port} type veth peer name near netns ${router}`);
    ip(`-n ${far} link add eth type veth peer name far netns ${router}`);
    ip(`addr add ${net}.1/30 dev ${port}`);
    ip(`-n ${router} addr add ${net}.2/30 dev near`);
    ip(`-n ${router} addr add ${net}.5/30 dev far`);
    ip(`-n ${far} addr add ${net}.6/30 dev eth`);
    ip(`link set ${port} up`);
    for (const name of ['near', 'far']) ip(`-n ${router} link set ${name} up`);
    ip(`-n ${far} link set lo up`);
    ip(`route add ${net}.4/30 via ${net}.2`);
    this.plugIn();
    this.forward(true);
  }

  program(path: string): string {
    const wrapper = join(this.folder, 'there');
    writeFileSync(wrapper, `#!/bin/sh\nexec nsenter --net=/run/netns/${this.far} ${path} "$@"\n`);
    chmodSync(wrapper, 0o755);
    return wrapper;
  }

  open(port: number): Promise<string> {
    return Promise.resolve(`http://${this.net}.1:${port}`);
  }

  cut(how: Cut): void {
    if (how === 'silent') this.forward(false);
    else ip(`-n ${this.far} link set eth down`);
  }

  mend(): Promise<void> {
    this.forward(true);
    this.plugIn();
    return Promise.resolve();
  }

  /** Nothing passes any more, in silence, but TCP to and from this port: the signalling lives, the media do not. */
  cutMedia(signalling: number): void {
    const { router } = this;
    for (const end of ['dport', 'sport'])
      ip(`-n ${router} rule add pref 10 ipproto tcp ${end} ${signalling} lookup main`);
    ip(`-n ${router} rule add pref 11 blackhole`);
  }

  mendMedia(): void {
    const { router } = this;
    for (const pref of [11, 10, 10]) ip(`-n ${router} rule delete pref ${pref}`);
  }

  private plugIn(): void {
    ip(`-n ${this.far} link set eth up`);
    ip(`-n ${this.far} route replace default via ${this.net}.5`);
  }

  private forward(on: boolean): void {
    run('nsenter', [`--net=/run/netns/${this.router}`, 'sysctl', '-qw', `net.ipv4.ip_forward=${on ? 1 : 0}`]);
  }

  close(): void {
    spawnSync('ip', ['link', 'delete', this.port]);
    for (const name of [this.far, this.router]) spawnSync('ip', ['netns', 'delete', name]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Carries the browser's TCP to the server; media go their own way. */
class Proxy implements Line {
  readonly kind = 'proxy (signalling alone)';
  readonly env = {};
  private readonly sockets = new Set<Socket>();
  private server?: Server;
  private port = 0;
  private target = 0;

  program(path: string): string {
    return path;
  }

  async open(port: number): Promise<string> {
    this.target = port;
    await this.mend();
    return `http://localhost:${this.port}`;
  }

  cut(): void {
    this.server?.close();
    this.server = undefined;
    for (const socket of this.sockets) socket.destroy();
  }

  async mend(): Promise<void> {
    this.server = createServer((socket) => this.carry(socket)).listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as { port: number }).port;
  }

  close(): void {
    this.cut();
  }

  private carry(near: Socket): void {
    const far = connect(this.target, '127.0.0.1');
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(one);
      one.pipe(other);
      one.on('error', () => other.destroy());
      one.once('close', () => {
        this.sockets.delete(one);
        other.destroy();
      });
    }
  }
}

export function ip(args: string): void {
  run('ip', args.split(' '));
}

export function run(command: string, args: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, { encoding: 'utf8' });
  if (error || status !== 0) throw new Error(`${command} ${args.join(' ')}: ${error?.message ?? stderr}`);
  return stdout;
}
