import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { until } from './until';

/** A database server or the like that a test starts for itself, and ends. */
export class Daemon {
  private output = '';
  private failed = false;

  private constructor(private readonly child: ChildProcess) {
    const listen = (chunk: Buffer) => (this.output = (this.output + chunk.toString()).slice(-2_000));
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('error', (error) => {
      this.failed = true;
      this.output += error.message;
    });
    // So that a test run that is broken off leaves nothing behind.
    process.once('exit', () => child.kill('SIGKILL'));
  }

  /** @param ready looked at again and again until it is true */
  static async start(
    command: string,
    args: string[],
    ready: () => Promise<boolean>,
    options: SpawnOptions = {},
  ): Promise<Daemon> {
    const daemon = new Daemon(spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options }));
    const settled = async () => daemon.ended || ready();
    await until(settled, 30_000, () => `${command} answers:\n${daemon.output}`);
    if (daemon.ended) throw new Error(`${command} ended at once:\n${daemon.output}`);
    return daemon;
  }

  get pid(): number {
    return this.child.pid!;
  }

  get ended(): boolean {
    return this.failed || this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
    if (this.ended) return;
    const exited = once(this.child, 'exit');
    this.child.kill(signal);
    await exited;
  }
}

/** Whether something listens on this port of the loopback. */
export function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
