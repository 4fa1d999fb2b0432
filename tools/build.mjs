/** Builds what has changed since the last build: server and queue worker, and the web client. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { hashOf } from './lib/inputs.mjs';
import { capture, root } from './lib/project.mjs';

const targets = [
  {
    name: 'server and worker',
    command: 'node tools/transpile.mjs',
    inputs: ['apps/server', 'apps/worker', 'libs', 'package.json', 'tools/transpile.mjs', 'tools/lib/dialect.cjs'],
    outputs: ['dist/apps/server/src/main.js', 'dist/apps/worker/src/main.js'],
  },
  {
    name: 'web client',
    command: 'vite build apps/web',
    inputs: ['apps/web', 'libs/contracts'],
    outputs: ['dist/web/index.html'],
  },
];

async function build({ name, command, inputs, outputs }) {
  const hash = hashOf([...inputs, 'package-lock.json', 'tools/build.mjs']);
  const stamp = join(root, 'dist/.stamps', name);
  const complete = () => outputs.every((path) => existsSync(join(root, path)));
  if (complete() && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return true;
  const { code, output, seconds } = await capture(command);
  if (code !== 0 || !complete()) {
    console.error(`Build: ${name} failed ("${command}").\n${output}`);
    return false;
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, hash);
  console.log(`Build: ${name} in ${seconds.toFixed(1)} s`);
  return true;
}

const outcomes = await Promise.all(targets.map(build));
if (outcomes.includes(false)) process.exit(1);
