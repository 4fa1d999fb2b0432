import { searchPath, StartupError } from '@lectern/config';
import type { Logger } from '@lectern/observability';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { delimiter, join } from 'node:path';
import { connects, embeddedSocket, hold, shutDown, waitForSocket } from './redis-socket';

/**
 * A Redis of our own: on a unix socket, append-only file on, in the data folder. Restarted when it dies. One that a
 * killed server has left behind on this folder is taken over: two on one append-only file would ruin it.
 */
export class EmbeddedRedis {
  /** Ours is a child; of one taken over we hold a connection, which ends with it. */
  private child?: ChildProcess;
  private adopted?: Socket;
  private closing = false;
  private restarts: number[] = [];
  private retry?: NodeJS.Timeout;

  private constructor(
    private readonly binary: string,
    private readonly folder: string,
    readonly socket: string,
    private readonly logger: Logger,
  ) {}

  /** @throws StartupError when no server is installed or it does not come up. */
  static async start(folder: string, logger: Logger): Promise<EmbeddedRedis> {
    const binary = find(['redis-server', 'valkey-server']);
    if (!binary)
      throw new StartupError(
        'Neither redis-server nor valkey-server is installed: run "node tools/setup.mjs", or set REDIS_URL.',
      );
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const redis = new EmbeddedRedis(binary, folder, embeddedSocket(folder), logger);
    try {
      if (await connects(redis.socket)) await redis.adopt();
      else await redis.spawn();
      return redis;
    } catch (error) {
      await redis.close();
      throw error;
    }
  }

  private async adopt(): Promise<void> {
    this.adopted = await hold(this.socket);
    this.adopted.once('close', () => {
      this.adopted = undefined;
      this.onEnd({ adopted: true });
    });
    this.logger.warn({ socket: this.socket }, 'redis still runs from a server that was killed; taking it over');
  }

  private async spawn(): Promise<void> {
    await rm(this.socket, { force: true });
    const settings = {
      port: 0,
      unixsocket: this.socket,
      unixsocketperm: 700,
      dir: this.folder,
      appendonly: 'yes',
      appendfsync: 'everysec',
      save: '',
      'maxmemory-policy': 'noeviction',
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
    // Its own process group: Ctrl-C in the terminal reaches us alone, and we end it last.
    const child = spawn(this.binary, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
    this.child = child;
    let complaint = '';
    child.stderr?.on('data', (chunk: Buffer) => (complaint = (complaint + chunk.toString()).slice(-500)));
    child.once('error', (error) => (complaint = error.message));
    child.once('exit', (code, signal) => this.onEnd({ code, signal }));
    const alive = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
    if (!(await waitForSocket(this.socket, alive)))
      throw new StartupError(`Redis did not start: ${complaint.trim() || 'no answer within 5 s'}.`);
    this.logger.debug({ socket: this.socket, pid: child.pid }, 'redis is up');
  }

  private onEnd(how: object): void {
    if (this.closing) return;
    this.logger.error(how, 'redis ended by itself; starting it again');
    const now = performance.now();
    this.restarts = [...this.restarts.filter((at) => now - at < 60_000), now];
    const delay = Math.min(5_000, 100 * 2 ** this.restarts.length);
    this.retry = setTimeout(() => {
      this.spawn().catch((error: unknown) => this.logger.error({ err: error }, 'redis does not start'));
    }, delay);
  }

  /** Ends the server after it has written everything down. */
  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.retry);
    if (this.adopted) await shutDown(this.adopted);
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), 3_000);
    await ended;
    clearTimeout(timer);
  }
}

function find(names: string[]): string | undefined {
  const folders = searchPath().split(delimiter).concat('/usr/sbin', '/usr/local/sbin');
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => existsSync(path));
}
