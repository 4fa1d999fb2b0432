import { fork, type ChildProcess } from 'node:child_process';
import { type Heard, SherpaReply, type SherpaRequest } from './sherpa-messages';
// Nothing imports the entry of a process: this has it compiled along with what starts it.
import type {} from './sherpa.process';

type WithoutNumber<Q> = Q extends SherpaRequest ? Omit<Q, 'request'> : never;

interface Pending {
  resolve: (heard: Heard) => void;
  reject: (error: Error) => void;
}

const LAST_WORDS = 2_000;
const STOP_MS = 2_000;

/** One life of the speech process, as its owner sees it. */
export class SherpaChild {
  readonly #process: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  readonly #exited: Promise<void>;
  #nextRequest = 1;
  /** The end of what it wrote to standard error: the reason, when it ends by itself. */
  #lastWords = '';

  constructor(entry: string, execArgv: string[]) {
    this.#process = fork(entry, [], {
      execArgv,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#process.on('error', () => undefined);
    this.#process.stderr!.on('data', (chunk: Buffer) => {
      this.#lastWords = (this.#lastWords + chunk.toString()).slice(-LAST_WORDS);
    });
    this.#process.on('message', (message) => this.#receive(message));
    this.#exited = new Promise((resolve) => {
      // `close` comes after the last of its standard error was read.
      this.#process.once('close', () => {
        this.#rejectAll();
        resolve();
      });
    });
  }

  get alive(): boolean {
    return this.#process.connected;
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Asks, and waits for the answer. Rejects with the engine's reason, also when it takes the process along. */
  ask(question: WithoutNumber<SherpaRequest>): Promise<Heard> {
    const request = this.#nextRequest++;
    return new Promise((resolve, reject) => {
      if (!this.#process.connected) return reject(this.#gone());
      this.#pending.set(request, { resolve, reject });
      // That it cannot be sent means that the process is gone: `close` tells why.
      this.#process.send({ ...question, request }, () => undefined);
    });
  }

  /** Ends the process. Safe to call again. */
  async stop(): Promise<void> {
    const killer = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
    if (this.#process.connected) this.#process.disconnect();
    await this.#exited;
    clearTimeout(killer);
  }

  #receive(message: unknown): void {
    const { success, data: reply } = SherpaReply.safeParse(message);
    if (!success) return;
    const pending = this.#pending.get(reply.request);
    this.#pending.delete(reply.request);
    if (reply.type === 'done') pending?.resolve({ finished: reply.finished, partial: reply.partial });
    else pending?.reject(new Error(reply.reason));
  }

  #rejectAll(): void {
    for (const { reject } of this.#pending.values()) reject(this.#gone());
    this.#pending.clear();
  }

  #gone(): Error {
    const reason = this.#lastWords
      .trim()
      .split('\n')
      .at(-1)
      ?.replace(/^\s*what\(\):\s*/, '')
      .trim();
    return new Error(reason ? `the speech process ended (${reason})` : 'the speech process ended');
  }
}
