import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root, modules, platform, stateDir } from './paths.mjs';
import { SetupError, timed } from './report.mjs';
import { run, which } from './run.mjs';

const stamp = join(stateDir, 'installed');

/** The packages as they should be: another lock file or another Node means another installation. */
function wanted() {
  const lock = join(root, 'package-lock.json');
  if (!existsSync(lock)) throw new SetupError(`${lock} is missing. Restore it with "git checkout package-lock.json".`);
  const hash = createHash('sha256').update(readFileSync(lock)).digest('hex');
  return `${hash} ${platform} abi ${process.versions.modules}`;
}

export function packagesInstalled() {
  const target = wanted();
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === target;
}

/**
 * Installs the npm packages without running their install scripts: one failing download in there would undo the whole
 * installation. The two packages that need theirs (better-sqlite3, mediasoup) have steps of their own.
 */
export async function installPackages() {
  if (packagesInstalled()) return;
  await timed('installing the npm packages', () =>
    npm(['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund'], {
      cwd: root,
      log: 'npm-ci',
      what: 'installing the npm packages',
      env: { MEDIASOUP_WORKER_BIN: 'skip' },
    }),
  );
  mkdirSync(stateDir, { recursive: true });
  writeFileSync(stamp, wanted());
}

export function npm(args, options) {
  if (!which('npm')) {
    throw new SetupError(
      'npm was not found on PATH. Install it (it comes with Node from nodejs.org) and run this again.',
    );
  }
  return run('npm', args, options);
}

/** node-gyp as it comes with npm, so that it need not be a package of ours. */
export function nodeGyp() {
  const starts = [process.env.npm_execpath, which('npm')].filter((path) => path && existsSync(path));
  for (const start of starts) {
    try {
      return createRequire(realpathSync(start)).resolve('node-gyp/bin/node-gyp.js');
    } catch {
      // This npm keeps it elsewhere (version managers put a shim in its place).
    }
  }
  throw new SetupError(
    'npm has no node-gyp beside it, which compiles better-sqlite3. Run it as "npm start", not by hand.',
  );
}

export function installedVersion(name) {
  return JSON.parse(readFileSync(join(modules, name, 'package.json'), 'utf8')).version;
}
