import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, copyFileSync, existsSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fill } from './cache.mjs';
import { fetchLibsrtp } from './libsrtp.mjs';
import { installedVersion } from './npm.mjs';
import { cacheDir, modules, platform, root } from './paths.mjs';
import { SetupError, say, timed, warn } from './report.mjs';
import { run } from './run.mjs';

const recipe = join(root, 'tools/mediasoup-worker');
const folder = join(modules, 'mediasoup');
const BINARY = 'mediasoup-worker';

/** The worker's exit code when nobody set its version for it: the binary itself and all its libraries load. */
const ALIVE = 41;

/** Where the media worker is, whether or not it is there yet. A path in MEDIASOUP_WORKER_BIN comes before ours. */
export function workerBin() {
  const own = process.env.MEDIASOUP_WORKER_BIN;
  return own && existsSync(own) ? own : join(cacheDir, entry(), BINARY);
}

/** Runs the binary, for it may be damaged, or a system library may have gone with an upgrade. Takes a few milliseconds. */
export function workerReady(bin = workerBin()) {
  return existsSync(bin) && spawnSync(bin, { env: {}, stdio: 'ignore' }).status === ALIVE;
}

function entry() {
  return `mediasoup-worker-${installedVersion('mediasoup')}-${platform}-${recipeHash()}`;
}

function recipeHash() {
  const hash = createHash('sha256');
  for (const name of readdirSync(recipe, { recursive: true }).sort()) {
    const path = join(recipe, name);
    if (statSync(path).isFile() && !name.endsWith('.md')) hash.update(name).update(readFileSync(path));
  }
  return hash.digest('hex').slice(0, 8);
}

/** The package's own way first: its install script downloads a prebuilt worker, and checks that it runs. */
export async function downloadWorker() {
  try {
    await reachable();
    await run(process.execPath, ['npm-scripts.mjs', 'postinstall'], {
      cwd: folder,
      log: 'mediasoup-download',
      what: 'downloading the media worker',
      timeoutMs: 300_000,
      // The script would go on to build with tools that it downloads, too; a Python that fails stops it there.
      env: { MEDIASOUP_WORKER_BIN: '', PYTHON: 'false' },
    });
    const downloaded = join(folder, 'worker/out/Release', BINARY);
    if (workerReady(downloaded)) await keep(downloaded);
  } catch {
    say('media worker: its prebuilt file cannot be downloaded here, so it will be compiled');
  }
}

/** The install script waits for ever on a network that swallows packets; this does not. Any answer will do. */
async function reachable() {
  const { repository } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const url = process.env.MEDIASOUP_WORKER_PREBUILT_DOWNLOAD_BASE_URL || repository.url.replace(/^git\+/, '');
  await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(20_000) });
}

/** Compiles the C++ source in the npm package with the distribution's libraries; see tools/mediasoup-worker. */
export async function buildWorker() {
  if (workerReady()) return;
  await timed('compiling the media worker (two minutes on two cores)', () => fill(entry(), compileInto));
  if (!workerReady()) throw new SetupError(`the media worker was compiled, but does not run: ${workerBin()}`);
}

async function compileInto(temporary) {
  const build = join(temporary, 'build');
  const srtp = await fetchLibsrtp(join(temporary, 'libsrtp'));
  if (!srtp) {
    warn("libsrtp's source is not to be had; the packaged one is used, and media will cost more CPU time");
  }
  const options = { log: 'mediasoup-build', what: 'compiling the media worker' };
  const definitions = [`-DMEDIASOUP_DIR=${folder}`, `-DSRTP_SOURCE=${srtp ?? ''}`];
  await run('cmake', ['-S', recipe, '-B', build, '-G', 'Ninja', ...definitions], {
    ...options,
    log: 'mediasoup-cmake',
  });
  await run('ninja', ['-C', build, '-j', String(availableParallelism())], options);
  copyBinary(join(build, BINARY), temporary);
  for (const leftover of ['build', 'libsrtp']) rmSync(join(temporary, leftover), { recursive: true, force: true });
}

const keep = (file) => fill(entry(), (temporary) => copyBinary(file, temporary));

function copyBinary(file, into) {
  const copy = join(into, BINARY);
  copyFileSync(file, copy);
  chmodSync(copy, 0o755);
}
