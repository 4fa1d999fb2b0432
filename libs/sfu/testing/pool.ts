import { readFileSync } from 'node:fs';
import { WorkerPool, type SfuLogger, type WorkerPoolOptions } from '../src';

/** Keeps what was logged, so that a test can look. */
export class MemoryLogger implements SfuLogger {
  readonly lines: { level: string; message: string; context: object }[] = [];
  debug = (context: object, message: string) => this.add('debug', context, message);
  info = (context: object, message: string) => this.add('info', context, message);
  warn = (context: object, message: string) => this.add('warn', context, message);
  error = (context: object, message: string) => this.add('error', context, message);

  private add(level: string, context: object, message: string): void {
    this.lines.push({ level, message, context });
  }
}

/** A pool of real workers on free ports of the loopback. */
export function startPool(options: Partial<WorkerPoolOptions> = {}): Promise<WorkerPool> {
  const listen = { ip: '127.0.0.1', portMin: 0 };
  return WorkerPool.create({ workers: 1, listen, logger: new MemoryLogger(), workerBin: workerBin(), ...options });
}

/** The worker that set-up built, or else the one mediasoup finds. */
function workerBin(): string | undefined {
  // eslint-disable-next-line no-restricted-syntax -- tests may; the lib itself takes the path as an option.
  const { MEDIASOUP_WORKER_BIN } = process.env;
  if (MEDIASOUP_WORKER_BIN) return MEDIASOUP_WORKER_BIN;
  try {
    const native: unknown = JSON.parse(readFileSync('node_modules/.lectern/native.json', 'utf8'));
    return (native as { mediasoupWorkerBin?: string }).mediasoupWorkerBin;
  } catch {
    return undefined;
  }
}
