import { type ChildProcess, spawn } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import { createInterface } from 'node:readline';

/** What a program that reads a foreign file may use. */
export interface Limits {
  /** Bytes of address space. */
  memory: number;
  /** Seconds of processor time. */
  cpuSeconds: number;
  /** Seconds by the wall clock. */
  seconds: number;
  /** Bytes of the largest file that it may write. */
  fileSize: number;
}

export interface LimitedRun {
  program: string;
  args: string[];
  cwd: string;
  limits: Limits;
  signal?: AbortSignal;
  /** Each line that it prints. */
  onLine?: (line: string) => void;
}

/** A program ended badly; `words` are the last ones of its own. */
export class ProgramFailure extends Error {
  constructor(
    readonly program: string,
    readonly reason: string,
    readonly words: string,
  ) {
    super(`${program} ${reason}: ${words.trim() || 'it gave no reason'}`);
  }
}

const MOST_OUTPUT = 1_000_000;
const WORDS = 2_000;

/**
 * Runs a program on a foreign file under `prlimit` (util-linux), without network of ours to lose: it gets no input, no
 * environment, and a folder of its own. @returns what it printed. Rejects with {@link ProgramFailure}, or with
 * `signal.reason` when aborted.
 */
export async function runLimited({ program, args, cwd, limits, signal, onLine }: LimitedRun): Promise<string> {
  signal?.throwIfAborted();
  const child = spawn('prlimit', [...prlimitArgs(limits), '--', program, ...args], {
    cwd,
    env: { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', HOME: cwd },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const kill = () => void child.kill('SIGKILL');
  signal?.addEventListener('abort', kill, { once: true });
  let late = false;
  const timer = setTimeout(() => {
    late = true;
    kill();
  }, limits.seconds * 1000);
  const output = collect(child, onLine);
  try {
    const ended = await endOf(child);
    signal?.throwIfAborted();
    if (ended === 'done') return output.text;
    throw new ProgramFailure(program, late ? 'took too long' : ended, output.words);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', kill);
  }
}

function prlimitArgs({ memory, cpuSeconds, fileSize }: Limits): string[] {
  return [`--as=${memory}`, `--cpu=${cpuSeconds}`, `--fsize=${fileSize}`, '--core=0', '--nofile=256'];
}

function collect(child: ChildProcess, onLine?: (line: string) => void): { text: string; words: string } {
  const output = { text: '', words: '' };
  if (onLine) createInterface({ input: child.stdout! }).on('line', onLine);
  else
    child.stdout!.on('data', (data: Buffer) => (output.text = (output.text + data.toString()).slice(0, MOST_OUTPUT)));
  child.stderr!.on('data', (data: Buffer) => (output.words = (output.words + data.toString()).slice(-WORDS)));
  return output;
}

function endOf(child: ChildProcess): Promise<string> {
  lowerPriority(child);
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'ENOENT' ? new Error('prlimit (util-linux) is not installed.') : error),
    );
    child.once('close', (code, killedBy) => resolve(code === 0 ? 'done' : `ended with ${killedBy ?? `code ${code}`}`));
  });
}

/** Live work goes first. */
function lowerPriority({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already.
  }
}
