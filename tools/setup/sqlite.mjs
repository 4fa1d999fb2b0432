import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fill } from './cache.mjs';
import { installedVersion, nodeGyp } from './npm.mjs';
import { cacheDir, modules, platform, root } from './paths.mjs';
import { SetupError, say, timed } from './report.mjs';
import { run } from './run.mjs';

const folder = join(modules, 'better-sqlite3');
const addon = join(folder, 'build/Release/better_sqlite3.node');

export const sqliteReady = () => existsSync(addon);

const entry = () => `better-sqlite3-${installedVersion('better-sqlite3')}-${platform}-abi${process.versions.modules}`;
const cached = () => join(cacheDir, entry(), 'better_sqlite3.node');

/** Takes the compiled addon from the cache of an earlier checkout, or the prebuilt one of its makers. */
export async function obtainSqlite() {
  if (existsSync(cached())) {
    place(cached());
    if (works()) return;
    say('the better-sqlite3 in the cache does not load here; making it anew');
  }
  try {
    await run(process.execPath, [join(modules, 'prebuild-install/bin.js')], {
      cwd: folder,
      log: 'better-sqlite3-download',
      what: 'downloading better-sqlite3',
      timeoutMs: 60_000,
    });
  } catch {
    say('better-sqlite3: its prebuilt file cannot be downloaded here, so it will be compiled');
    return;
  }
  if (works()) await keep();
}

export async function buildSqlite() {
  if (sqliteReady() && works()) return;
  await timed('compiling better-sqlite3 (one to two minutes)', () =>
    run(process.execPath, [nodeGyp(), 'rebuild', '--release'], {
      cwd: folder,
      log: 'better-sqlite3-build',
      what: 'compiling better-sqlite3',
      env: headers(),
    }),
  );
  if (!works()) throw new SetupError('better-sqlite3 was compiled, but does not load in this Node.');
  await keep();
}

/** Node's headers often lie beside it; then nothing need be downloaded for the compiler. */
function headers() {
  const prefix = resolve(dirname(process.execPath), '..');
  const version = join(prefix, 'include/node/node_version.h');
  if (process.env.npm_config_nodedir || !existsSync(version)) return {};
  const [major, minor, patch] = process.versions.node.split('.');
  const text = readFileSync(version, 'utf8');
  const same = [`NODE_MAJOR_VERSION ${major}\n`, `NODE_MINOR_VERSION ${minor}\n`, `NODE_PATCH_VERSION ${patch}\n`];
  return same.every((line) => text.includes(line)) ? { npm_config_nodedir: prefix } : {};
}

/** Opens a database in another process: a broken addon can take its process down. */
function works() {
  const test = "new (require('better-sqlite3'))(':memory:').prepare('select 1').get()";
  return spawnSync(process.execPath, ['-e', test], { cwd: root, stdio: 'ignore' }).status === 0;
}

const keep = () => fill(entry(), (temporary) => copyFileSync(addon, join(temporary, 'better_sqlite3.node')));

function place(file) {
  mkdirSync(dirname(addon), { recursive: true });
  copyFileSync(file, `${addon}.new`);
  renameSync(`${addon}.new`, addon);
}
