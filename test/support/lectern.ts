import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
// Not by the lib's name, which would bring all of BullMQ into every spec.
import { embeddedSocket } from '../../libs/queue/src/redis-socket';
import { freePort, until } from './until';

export { freePort, until };

const root = resolve(__dirname, '../..');
const START_LIMIT = 60_000;

/** A real Lectern, built and started as `npm start` does, on free ports and a data folder of its own. */
export class Lectern {
  output = '';
  /** What it has written to standard error. */
  complaints = '';
  private child?: ChildProcess;

  protected constructor(
    readonly port: number,
    readonly data: string,
    protected readonly env: Record<string, string>,
  ) {}

  static async start(env: Record<string, string> = {}): Promise<Lectern> {
    const lectern = await Lectern.prepare(env);
    await lectern.launch();
    return lectern;
  }

  /** Not started yet. */
  static async prepare(env: Record<string, string> = {}): Promise<Lectern> {
    return new Lectern(await freePort(), mkdtempSync(join(tmpdir(), 'lectern-test-')), env);
  }

  get url(): string {
    return `http://localhost:${this.port}`;
  }

  get pid(): number {
    return this.child!.pid!;
  }

  get running(): boolean {
    return this.child?.exitCode === null && this.child.signalCode === null;
  }

  /** Where its Redis listens: a path, or an address. */
  get redisAddress(): string {
    return this.env.REDIS_URL ?? embeddedSocket(join(this.data, 'redis'));
  }

  /** Its database: an address of PostgreSQL, or a file of SQLite. */
  get database(): string {
    return this.env.DATABASE_URL ?? join(this.data, 'lectern.sqlite');
  }

  /** The token of the one-time link that it has printed. */
  get setupToken(): string {
    const match = /\/setup\/([\w-]+)/.exec(this.output);
    if (!match) throw new Error(`No one-time link was printed:\n${this.output}`);
    return match[1]!;
  }

  /** Starts the process (again, on the same data) and waits until it is ready. @throws Error when it ends instead */
  async launch(): Promise<void> {
    const child = this.spawn();
    await until(
      () => this.output.includes('Lectern is ready') || child.exitCode !== null,
      START_LIMIT,
      () => this.output,
    );
    if (child.exitCode !== null) throw new Error(`Lectern ended with ${child.exitCode}:\n${this.output}`);
  }

  /** Starts the process, without waiting. */
  spawn(): ChildProcess {
    const settings = {
      LECTERN_DATA: this.data,
      LECTERN_PORT: String(this.port),
      LECTERN_MEDIA_PORT: '0',
      LECTERN_LOG_LEVEL: 'warn',
    };
    const child = spawn(process.execPath, ['dist/apps/server/src/main.js'], {
      cwd: root,
      env: { ...withoutSettings(process.env), ...settings, ...this.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      // A process group of its own, as in a terminal: see `interrupt`.
      detached: true,
    });
    this.child = child;
    this.output = '';
    this.complaints = '';
    const listen = (chunk: Buffer) => (this.output += chunk.toString());
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.stderr.on('data', (chunk: Buffer) => (this.complaints += chunk.toString()));
    return child;
  }

  /** Ctrl-C in its terminal: the signal reaches all of its process group. */
  interrupt(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  /** @returns the exit code, or null when the signal ended it */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    const child = this.child!;
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const exited = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await exited)[0];
  }

  /** Ends the process and removes its data. @throws when the server met an error that it had not foreseen */
  async remove(): Promise<void> {
    await this.end();
    rmSync(this.data, { recursive: true, force: true });
    const unforeseen = this.output.split('\n').filter((line) => line.includes('"unexpected error"'));
    if (unforeseen.length > 0)
      throw new Error(`The server met errors that it had not foreseen:\n${unforeseen.join('\n')}`);
  }
}

/** The machine's environment, without what would configure a Lectern. */
function withoutSettings(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(LECTERN_|DATABASE_URL$|REDIS_URL$)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}
