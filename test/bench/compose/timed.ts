import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Seconds that a program and all its children took. */
export interface Work {
  wall: number;
  cpu: number;
}

const run = promisify(execFile);

/** Runs a program to its end. Rejects when it fails. */
export async function timed(command: string, args: string[]): Promise<Work> {
  const { stderr } = await run('bash', ['-c', 'TIMEFORMAT="%R %U %S"; time "$0" "$@"', command, ...args]);
  const [wall, user, system] = stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { wall: wall!, cpu: user! + system! };
}
