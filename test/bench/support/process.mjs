/** Child processes that answer questions: `serve` in the child, `start` in the parent. */
import { fork } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';

/** Answers `{ask, ...}` with what the handler of that name returns. */
export function serve(handlers) {
  process.on('message', async ({ id, ask, input }) => {
    try {
      process.send({ id, value: await handlers[ask](input) });
    } catch (error) {
      process.send({ id, error: error.stack });
    }
  });
  process.on('disconnect', () => process.exit());
  process.send({ ready: true });
}

/** Starts a script as a process of its own. */
export async function start(script, args = [], options = {}) {
  const child = fork(script, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], ...options });
  const waiting = new Map();
  let next = 1;
  await new Promise((resolve, reject) => {
    child.on('message', ({ ready, id, value, error }) => {
      if (ready) return resolve();
      const { done, failed } = waiting.get(id);
      waiting.delete(id);
      return error ? failed(new Error(error)) : done(value);
    });
    child.once('exit', (code) => {
      reject(new Error(`${script} ended with ${code}`));
      for (const { failed } of waiting.values()) failed(new Error(`${script} ended with ${code}`));
    });
  });
  return {
    pid: child.pid,
    ask: (ask, input) =>
      new Promise((done, failed) => {
        waiting.set(next, { done, failed });
        child.send({ id: next++, ask, input });
      }),
    end: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null) return resolve();
        child.once('exit', resolve);
        child.disconnect();
      }),
  };
}

/** CPU seconds of user and system since `before`. */
export function cpuSince(before) {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

export const now = () => Number(process.hrtime.bigint()) / 1e6;

export const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

export function percentile(sorted, share) {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

export const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

/** What was measured on, in one line. */
export function machine() {
  const load = loadavg()[0].toFixed(1);
  return `${availableParallelism()} cores (${cpus()[0]?.model ?? 'unknown'}), Node ${process.versions.node}, load ${load}, ${new Date().toISOString().slice(0, 10)}`;
}

export function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
