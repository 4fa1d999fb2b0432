/**
 * How long it takes from a clone to a built Lectern.
 *
 * warm: nothing to do, as at every start; the median of several runs.
 * cold: a fresh clone with an empty cache of Lectern and an empty cache of npm, so that every package is downloaded and
 *       every native part is downloaded or compiled. Packages of the system stay installed.
 *
 * `npm run bench setup` measures both; `-- --warm` only the first.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const RUNS = 9;

function seconds(script, cwd, env = process.env) {
  const started = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${script} failed:\n${stdout}${stderr}`);
  return (performance.now() - started) / 1000;
}

function warm(script) {
  seconds(script, root);
  const times = Array.from({ length: RUNS }, () => seconds(script, root)).sort((a, b) => a - b);
  return times[(RUNS - 1) / 2];
}

function cold() {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-bench-'));
  try {
    const clone = join(folder, 'clone');
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]);
    const env = { ...process.env, XDG_CACHE_HOME: join(folder, 'cache'), npm_config_cache: join(folder, 'npm') };
    return ['tools/setup.mjs', 'tools/build.mjs'].map((script) => seconds(script, clone, env));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

console.log(`| set-up, ${availableParallelism()} cores, Node ${process.versions.node} | set-up | build |`);
console.log('|---|---|---|');
const [warmSetup, warmBuild] = [warm('tools/setup.mjs'), warm('tools/build.mjs')];
console.log(`| warm (median of ${RUNS}) | ${warmSetup.toFixed(2)} s | ${warmBuild.toFixed(2)} s |`);
if (!process.argv.includes('--warm')) {
  const [setup, build] = cold();
  console.log(`| cold (empty caches) | ${setup.toFixed(0)} s | ${build.toFixed(0)} s |`);
}
