import { childEnvironment } from '@lectern/config';
import type { SpeechSetup } from '@lectern/speech';
import { fork, type ChildProcess } from 'node:child_process';
import { CaptionReply, type CaptionRequest } from './caption-messages';
// Nothing imports the entry of a process: this has it compiled along with what starts it.
import type {} from './caption.process';

export type Told = Extract<CaptionReply, { type: 'heard' | 'left-out' | 'failed' }>;

export interface CaptionChildOptions {
  entry: string;
  execArgv: string[];
  setup: SpeechSetup;
  voices: number;
  mostWaiting: number;
  onTold: (told: Told) => void;
}

interface Pending {
  resolve: (port: number) => void;
  reject: (error: Error) => void;
}

const STOP_MS = 3_000;
const OTHER_THREADS = 2;

/** One life of the caption process, as the server sees it. */
export class CaptionChild {
  readonly #process: ChildProcess;
  readonly #opening = new Map<string, Pending>();
  /** Resolves when the process has ended, however that came. */
  readonly exited: Promise<void>;

  constructor(private readonly options: CaptionChildOptions) {
    const { entry, execArgv, setup, voices, mostWaiting } = options;
    // Each voice under recognition holds a thread of libuv's; beside them, files and names must go on.
    const env = childEnvironment({ UV_THREADPOOL_SIZE: String(voices + OTHER_THREADS) });
    this.#process = fork(entry, [], { execArgv, env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#process.on('error', () => undefined);
    this.#process.on('message', (message) => this.#receive(message));
    this.exited = new Promise((resolve) => {
      this.#process.once('exit', () => {
        for (const { reject } of this.#opening.values()) reject(gone());
        this.#opening.clear();
        resolve();
      });
    });
    this.#send({ type: 'start', setup, voices, mostWaiting });
  }

  get pid(): number | undefined {
    return this.#process.pid;
  }

  /** Resolves with the port for the track's packets; rejects with a sentence. */
  open(trackId: string, language: string): Promise<number> {
    return new Promise((resolve, reject) => {
      if (!this.#process.connected) return reject(gone());
      this.#opening.set(trackId, { resolve, reject });
      this.#send({ type: 'open', trackId, language });
    });
  }

  closeTrack(trackId: string): void {
    this.#opening.delete(trackId);
    this.#send({ type: 'close', trackId });
  }

  /** Closes the channel, upon which the process exits; kills it when that takes too long. */
  async stop(): Promise<void> {
    const killer = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
    if (this.#process.connected) this.#process.disconnect();
    await this.exited;
    clearTimeout(killer);
  }

  /** That it cannot be sent means that the process is gone, which `exited` tells. */
  #send(request: CaptionRequest): void {
    if (this.#process.connected) this.#process.send(request, () => undefined);
  }

  #receive(message: unknown): void {
    const { success, data: reply } = CaptionReply.safeParse(message);
    if (!success) return;
    switch (reply.type) {
      case 'ready':
        return;
      case 'opened':
        this.#opening.get(reply.trackId)?.resolve(reply.port);
        return void this.#opening.delete(reply.trackId);
      case 'refused':
        this.#opening.get(reply.trackId)?.reject(new Error(reply.reason));
        return void this.#opening.delete(reply.trackId);
      case 'heard':
      case 'left-out':
      case 'failed':
        return this.options.onTold(reply);
    }
  }
}

const gone = () => new Error('The caption process is not running.');
