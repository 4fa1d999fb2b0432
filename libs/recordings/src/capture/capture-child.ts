import { fork, type ChildProcess } from 'node:child_process';
import type { ClockAnchor } from '../timeline/recording-clock';
import { CaptureReply, type CaptureRequest, type TrackFailure } from './capture-messages';

type Answer = Extract<CaptureReply, { request: number }>;
type Question = Extract<CaptureRequest, { request: number }>;
type WithoutNumber<Q> = Q extends Question ? Omit<Q, 'request'> : never;

interface Pending {
  resolve: (answer: Answer) => void;
  reject: (error: Error) => void;
}

const STOP_MS = 4000;

/** One life of the capture process, as its parent sees it. */
export class CaptureChild {
  readonly #process: ChildProcess;
  readonly #pending = new Map<number, Pending>();
  #nextRequest = 1;
  /** Resolves when it takes requests; rejects when it ends before. */
  readonly ready: Promise<void>;
  /** Resolves when the process has ended, however that came. */
  readonly exited: Promise<void>;

  constructor(
    entry: string,
    execArgv: string[],
    clock: ClockAnchor,
    private readonly onTrackFailed: (failure: TrackFailure) => void,
  ) {
    this.#process = fork(entry, [], { execArgv, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    this.#process.on('error', () => undefined);
    this.exited = new Promise((resolve) => {
      this.#process.once('exit', () => {
        this.#rejectAll();
        resolve();
      });
    });
    this.ready = new Promise((resolve, reject) => {
      this.#process.on('message', (message) => this.#receive(message, resolve));
      void this.exited.then(() => reject(new Error('The capture process ended as soon as it was started.')));
    });
    this.ready.catch(() => undefined);
    this.#process.send({ type: 'start', clock } satisfies CaptureRequest, () => undefined);
  }

  get pid(): number | null {
    return this.#process.pid ?? null;
  }

  /** Asks, and waits for the answer; rejects with a sentence on a refusal, and when the process dies meanwhile. */
  ask<A extends Answer['type']>(question: WithoutNumber<Question>, expect: A): Promise<Extract<Answer, { type: A }>> {
    const request = this.#nextRequest++;
    return new Promise((resolve, reject) => {
      const settle = (answer: Answer) => {
        if (answer.type === expect) resolve(answer as Extract<Answer, { type: A }>);
        else reject(new Error(answer.type === 'refused' ? answer.reason : `Unexpected answer "${answer.type}".`));
      };
      if (!this.#process.connected) return reject(new Error('The capture process is not running.'));
      this.#pending.set(request, { resolve: settle, reject });
      this.#process.send({ ...question, request }, (error) => {
        if (error && this.#pending.delete(request)) reject(error);
      });
    });
  }

  /** Closes the channel, upon which the child writes everything down and exits; kills it when that takes too long. */
  async stop(): Promise<void> {
    const killer = setTimeout(() => this.#process.kill('SIGKILL'), STOP_MS);
    if (this.#process.connected) this.#process.disconnect();
    await this.exited;
    clearTimeout(killer);
  }

  #receive(message: unknown, onReady: () => void): void {
    const { success, data: reply } = CaptureReply.safeParse(message);
    if (!success) return;
    if (reply.type === 'ready') return onReady();
    if (reply.type === 'track-failed') return this.onTrackFailed(reply);
    this.#pending.get(reply.request)?.resolve(reply);
    this.#pending.delete(reply.request);
  }

  #rejectAll(): void {
    for (const { reject } of this.#pending.values()) reject(new Error('The capture process died; try again.'));
    this.#pending.clear();
  }
}
