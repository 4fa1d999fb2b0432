import { spawn } from 'node:child_process';
import { accessSync, closeSync, constants, mkdirSync, openSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { cacheDir } from './paths.mjs';
import { SetupError } from './report.mjs';

/** The full path of a command on PATH, or null. */
export function which(command) {
  for (const folder of (process.env.PATH ?? '').split(delimiter)) {
    const path = join(folder || '.', command);
    try {
      accessSync(path, constants.X_OK);
      if (statSync(path).isFile()) return path;
    } catch {
      // Not in this folder.
    }
  }
  return null;
}

const running = new Set();

/** A terminal's Ctrl-C reaches the compilers by itself; the end that a CI system asks for would leave them at work. */
process.once('SIGTERM', () => {
  for (const child of running) child.kill('SIGTERM');
  process.exit(143);
});

/**
 * Runs a command with its output in a log file, so that the screen keeps to plain lines.
 * Throws a SetupError with the end of that log when the command fails.
 */
export async function run(command, args, { log, what, cwd, env = {}, timeoutMs }) {
  const logs = join(cacheDir, 'logs');
  mkdirSync(logs, { recursive: true });
  const path = join(logs, `${log}.log`);
  const output = openSync(path, 'w');
  const outcome = await new Promise((settle) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', output, output],
      timeout: timeoutMs,
    });
    running.add(child);
    child.on('error', (error) => settle(error.message));
    child.on('close', (code, signal) => {
      running.delete(child);
      settle(code === 0 ? null : signal ? `stopped by ${signal}` : `exit code ${code}`);
    });
  });
  closeSync(output);
  if (outcome === null) return;
  throw new SetupError(`${what} failed (${outcome}). The end of ${path}:\n${tail(path)}`);
}

/** The last lines that matter: npm marks its errors and hides them among warnings and usage. */
function tail(path) {
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n');
  const marked = lines.filter((line) => /^npm error (?!\s|A complete log)./.test(line)).slice(0, 8);
  const shown = marked.length > 0 ? marked : lines.slice(-15);
  return shown.map((line) => `  | ${line}`).join('\n');
}
