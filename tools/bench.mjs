/** Runs one benchmark on a fresh build: `npm run bench NAME [-- options]`. Without a name it lists them. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, parse } from 'node:path';
import { root } from './lib/project.mjs';

const folder = join(root, 'test/bench');
const files = new Map(
  readdirSync(folder)
    .filter((file) => /\.(mjs|ts)$/.test(file))
    .map((file) => [parse(file).name, join(folder, file)]),
);
const [name, ...options] = process.argv.slice(2);

if (!name || !files.has(name)) {
  console.error(`${name ? `There is no benchmark "${name}". ` : ''}Benchmarks: ${[...files.keys()].join(', ')}.`);
  process.exit(1);
}

const run = (...args) => spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' }).status ?? 1;
process.exitCode = run('tools/build.mjs') || run('-r', join(root, 'tools/lib/built.cjs'), files.get(name), ...options);
