import type { Logger } from '@lectern/observability';
import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';

const LONGEST_DELAY = 30_000;
const ORDERLY_END = 3_000;

/** The queue worker beside the server; started again when it dies. */
export class WorkerProcess {
  private child?: ChildProcess;
  private closing = false;
  private failures = 0;
  private timer?: NodeJS.Timeout;

  constructor(private readonly logger: Logger) {}

  start(): void {
    const startedAt = performance.now();
    // Its own process group: Ctrl-C reaches the server alone, which ends the worker in order.
    const child = fork(join(__dirname, '../../worker/src/main.js'), { detached: true });
    this.child = child;
    child.once('exit', (code, signal) => {
      if (this.closing) return;
      if (performance.now() - startedAt > 60_000) this.failures = 0;
      const delay = Math.min(LONGEST_DELAY, 500 * 2 ** this.failures++);
      this.logger.error({ code, signal, delay }, 'the queue worker ended; starting it again');
      this.timer = setTimeout(() => this.start(), delay);
    });
  }

  async close(): Promise<void> {
    this.closing = true;
    clearTimeout(this.timer);
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    const timer = setTimeout(() => child.kill('SIGKILL'), ORDERLY_END);
    await ended;
    clearTimeout(timer);
  }
}
