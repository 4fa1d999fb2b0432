import { DomainError } from '@lectern/kernel';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ReadAnswer } from './read-thread.worker';

interface Waiting {
  resolve: (rows: unknown[]) => void;
  reject: (error: Error) => void;
}

const MOST_WAITING = 200;

/**
 * Reads SQLite in a thread of its own, so that a query of many milliseconds does not hold up sockets and media. The
 * thread begins with the first query; one that dies is followed by another.
 */
export class ReadThread {
  private thread?: Worker;
  private readonly waiting = new Map<number, Waiting>();
  private next = 1;

  constructor(private readonly file: string) {}

  /** How many queries wait for it. */
  get load(): number {
    return this.waiting.size;
  }

  /** @throws DomainError DEPENDENCY_UNAVAILABLE when too many queries wait already, or the thread has died */
  query(sql: string, parameters: unknown[]): Promise<unknown[]> {
    if (this.waiting.size >= MOST_WAITING)
      return Promise.reject(
        new DomainError('DEPENDENCY_UNAVAILABLE', 'Too many searches wait: try again in a moment.'),
      );
    const thread = (this.thread ??= this.begin());
    const id = this.next++;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      thread.postMessage({ id, sql, parameters });
    });
  }

  async close(): Promise<void> {
    const { thread } = this;
    this.thread = undefined;
    await thread?.terminate();
  }

  private begin(): Worker {
    const thread = new Worker(join(__dirname, 'read-thread.worker.js'), { workerData: this.file });
    // It must not keep a process alive that has nothing else to do.
    thread.unref();
    thread.on('message', (answer: ReadAnswer) => this.settle(answer));
    thread.on('error', (error) => this.lose(thread, error));
    thread.on('exit', () => this.lose(thread));
    return thread;
  }

  private settle(answer: ReadAnswer): void {
    const waiting = this.waiting.get(answer.id);
    this.waiting.delete(answer.id);
    if ('error' in answer) waiting?.reject(new Error(answer.error));
    else waiting?.resolve(answer.rows);
  }

  private lose(thread: Worker, cause?: unknown): void {
    if (this.thread !== undefined && this.thread !== thread) return;
    this.thread = undefined;
    const error = new DomainError('DEPENDENCY_UNAVAILABLE', 'The search was interrupted: try again.', { cause });
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
