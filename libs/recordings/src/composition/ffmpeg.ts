import { spawn, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

/** How ffmpeg is run. */
export interface FfmpegRun {
  /** `ffmpeg` on the PATH by default. */
  ffmpegPath?: string;
  args: string[];
  signal?: AbortSignal;
  /** Seconds of output made so far. */
  onProgress?: (seconds: number) => void;
}

const STDERR_TAIL = 4000;

/**
 * Runs ffmpeg to its end, below the priority of live work. Rejects with `signal.reason` when aborted, and with an Error
 * that ends in ffmpeg's own last words when it fails.
 */
export async function runFfmpeg(run: FfmpegRun): Promise<void> {
  const child = startFfmpeg(run, ['-progress', 'pipe:1', '-nostats']);
  for await (const line of createInterface({ input: child.stdout! })) {
    const microseconds = /^out_time_us=(\d+)/.exec(line)?.[1];
    if (microseconds !== undefined) run.onProgress?.(Number(microseconds) / 1e6);
  }
  await child.done;
}

/** Runs ffmpeg with raw output on its stdout; yields it as it comes. Rejects as {@link runFfmpeg} does. */
export async function* readFfmpeg(run: FfmpegRun): AsyncGenerator<Buffer> {
  const child = startFfmpeg(run, []);
  try {
    for await (const chunk of child.stdout as AsyncIterable<Buffer>) yield chunk;
    await child.done;
  } finally {
    // The reader may stop early; then nobody awaits how it ended.
    child.done.catch(() => undefined);
    child.kill('SIGKILL');
  }
}

type Running = ChildProcess & { done: Promise<void> };

function startFfmpeg({ ffmpegPath = 'ffmpeg', args, signal }: FfmpegRun, extra: string[]): Running {
  signal?.throwIfAborted();
  const all = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...extra, ...args];
  const child = spawn(ffmpegPath, all, { stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  let words = '';
  child.stderr.on('data', (data: Buffer) => (words = (words + data.toString()).slice(-STDERR_TAIL)));
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => reject(startFailure(ffmpegPath, error)));
    child.once('close', (code, killedBy) => {
      signal?.removeEventListener('abort', kill);
      if (signal?.aborted) reject(signal.reason as Error);
      else if (code === 0) resolve();
      else reject(new Error(`ffmpeg failed (${killedBy ?? `code ${code}`}): ${words.trim() || 'it gave no reason'}`));
    });
  });
  done.catch(() => undefined);
  lowerPriority(child);
  return Object.assign(child, { done });
}

function startFailure(path: string, error: NodeJS.ErrnoException): Error {
  if (error.code === 'ENOENT') return new Error(`ffmpeg is not installed, or not where it should be (${path}).`);
  return new Error(`ffmpeg cannot be started: ${error.message}`);
}

function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}
