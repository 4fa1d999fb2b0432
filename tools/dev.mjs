/**
 * Development: server and worker restart when you save, the web client reloads in place, and types are checked all the
 * while. One Ctrl-C ends it all.
 */
import { spawn, spawnSync } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { root, toolEnv } from './lib/project.mjs';

const companions = [
  { name: 'web', program: 'vite', args: ['apps/web'] },
  { name: 'types', program: 'tsc', args: ['--noEmit', '--watch', '--preserveWatchOutput', '-p', 'tsconfig.json'] },
];
/** The server starts the queue worker itself. It ends itself when we are gone. */
const server = {
  name: 'server',
  program: process.execPath,
  args: ['--enable-source-maps', 'dist/apps/server/src/main.js'],
  // Out of reach of the terminal's Ctrl-C: it would get that and our signal, and two signals mean "at once".
  detached: true,
};
const sources = ['apps/server', 'apps/worker', 'libs'];

/** Editors and git write several files one after another: wait until they are quiet. */
const QUIET_MS = 200;
/** Whoever has not ended by then, after being asked to, hangs. */
const PATIENCE_MS = 30_000;

const running = new Set();
let ending = false;

function start({ name, program, args, detached }) {
  const child = spawn(program, args, { cwd: root, env: toolEnv(), stdio: ['ignore', 'pipe', 'pipe'], detached });
  const print = (line) => console.log(`${name.padEnd(6)} | ${line}`);
  for (const stream of [child.stdout, child.stderr]) createInterface({ input: stream }).on('line', print);
  child.on('error', (error) => print(error.message));
  const ended = new Promise((settle) => child.on('close', settle)).then((code) => {
    running.delete(entry);
    if (!ending) print(`ended with exit code ${code}`);
  });
  const entry = { child, ended };
  running.add(entry);
  return entry;
}

async function stop({ child, ended }) {
  child.kill('SIGTERM');
  const force = setTimeout(() => child.kill('SIGKILL'), PATIENCE_MS);
  await ended;
  clearTimeout(force);
}

/** Calls back once for each burst of saved files. */
function onSaved(callback) {
  let timer;
  for (const folder of sources) {
    watch(join(root, folder), { recursive: true }, (_, file) => {
      if (!file?.endsWith('.ts') || file.endsWith('.spec.ts')) return;
      clearTimeout(timer);
      timer = setTimeout(callback, QUIET_MS);
    });
  }
}

const prepare = (step) => spawnSync(process.execPath, [step], { cwd: root, stdio: 'inherit' }).status === 0;

/** The old server closes its files, its Redis and its ports first; then the new one starts. */
async function serve() {
  let saved = () => {};
  onSaved(() => saved());
  while (!ending) {
    const current = start(server);
    do {
      await new Promise((settle) => (saved = settle));
    } while (!prepare('tools/transpile.mjs'));
    await stop(current);
  }
}

async function end() {
  if (ending) return;
  ending = true;
  await Promise.all([...running].map(stop));
  process.exit(0);
}

if (!prepare('tools/setup.mjs') || !prepare('tools/build.mjs')) process.exit(1);
process.on('SIGINT', end);
process.on('SIGTERM', end);
companions.forEach(start);
await serve();
