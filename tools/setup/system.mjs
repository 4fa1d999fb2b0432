import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError, timed, warn } from './report.mjs';
import { run, which } from './run.mjs';

const any = (...commands) => commands.some((command) => which(command));
const all = (...commands) => commands.every((command) => which(command));

/** What Lectern needs of the system: how it is recognized, its name for people, and Debian's packages for it. */
const running = [
  {
    name: 'Redis or Valkey',
    present: () => Boolean(process.env.REDIS_URL) || any('redis-server', 'valkey-server'),
    packages: ['redis-server'],
  },
  {
    name: 'ffmpeg',
    present: () =>
      (Boolean(process.env.FFMPEG_PATH) || any('ffmpeg')) && (Boolean(process.env.FFPROBE_PATH) || any('ffprobe')),
    packages: ['ffmpeg'],
  },
  {
    name: 'the PDF tools of Poppler',
    present: () => all('pdfinfo', 'pdftoppm', 'pdftotext'),
    packages: ['poppler-utils'],
  },
  { name: 'prlimit', present: () => all('prlimit'), packages: ['util-linux'] },
];

const testing = [
  { name: 'Chromium', present: () => any('chromium', 'chromium-browser', 'google-chrome'), packages: ['chromium'] },
  { name: 'espeak-ng', present: () => all('espeak-ng'), packages: ['espeak-ng'] },
  { name: 'iproute2', present: () => any('ip') || existsSync('/usr/sbin/ip'), packages: ['iproute2'] },
  { name: 'PostgreSQL', present: hasPostgres, packages: ['postgresql'] },
];

const compiling = [
  {
    name: 'a C++ compiler, make and Python 3',
    present: () => all('g++', 'make', 'python3'),
    packages: ['g++', 'make', 'python3'],
  },
];

const compilingMedia = [
  {
    name: 'CMake, Ninja, pkg-config and flatc',
    present: () => all('cmake', 'ninja', 'pkg-config', 'flatc'),
    packages: ['cmake', 'ninja-build', 'pkg-config', 'flatbuffers-compiler'],
  },
  {
    name: 'the development files of libuv, OpenSSL, libsrtp2 and FlatBuffers',
    present: hasMediaLibraries,
    packages: ['libuv1-dev', 'libssl-dev', 'libsrtp2-dev', 'libflatbuffers-dev'],
  },
];

function hasPostgres() {
  const folder = '/usr/lib/postgresql';
  const installed = existsSync(folder) ? readdirSync(folder) : [];
  return any('postgres') || installed.some((version) => existsSync(join(folder, version, 'bin/postgres')));
}

/** Asks the compiler itself: it alone knows where it looks. */
function hasMediaLibraries() {
  const headers = ['uv.h', 'openssl/ssl.h', 'srtp2/srtp.h', 'flatbuffers/flatbuffers.h'];
  const includes = headers.flatMap((header) => ['-include', header]);
  const { status } = spawnSync('g++', ['-E', '-x', 'c++', ...includes, '-o', '/dev/null', '/dev/null'], {
    stdio: 'ignore',
  });
  return status === 0;
}

export function missingTools({ forTests = false, compile = false, compileMedia = false }) {
  return [
    ...running,
    ...(forTests ? testing : []),
    ...(compile || compileMedia ? compiling : []),
    ...(compileMedia ? compilingMedia : []),
  ].filter((tool) => !tool.present());
}

/** Installs what is missing with apt where that is allowed; else says exactly what there is to do. */
export async function installTools(needs) {
  const missing = withoutSnap(missingTools(needs));
  if (missing.length === 0) return;
  const names = missing.map((tool) => tool.name).join(', ');
  const packages = missing.flatMap((tool) => tool.packages);
  if (!which('apt-get')) {
    throw new SetupError(`this system lacks: ${names}. Install them with its package manager and run this again.`);
  }
  const prefix = rootPrefix();
  if (!prefix) {
    const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
    throw new SetupError(
      `this system lacks: ${names}.\nRun this, then the same command as now again:\n\n  ${command}\n`,
    );
  }
  await timed(`installing ${packages.join(' ')}`, () => aptInstall(prefix, packages));
  const still = missing.filter((tool) => !tool.present());
  if (still.length > 0) {
    throw new SetupError(`apt installed ${packages.join(' ')}, and yet these are not found: ${namesOf(still)}.`);
  }
}

const namesOf = (tools) => tools.map((tool) => tool.name).join(', ');

/** How to become root without being asked for a password; null when that is not possible. */
function rootPrefix() {
  if (process.getuid?.() === 0) return [];
  const passwordless = which('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return passwordless ? ['sudo', '-n'] : null;
}

async function aptInstall(prefix, packages) {
  const apt = (...args) => {
    const [command, ...rest] = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...args];
    return run(command, rest, { log: 'apt', what: `"apt-get ${args.join(' ')}"` });
  };
  // Another apt may be at work, such as the unattended upgrades of a machine just started.
  const install = () => apt('install', '-y', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=300', ...packages);
  try {
    await install();
  } catch {
    // A fresh machine has no package lists, and old lists name versions that are gone.
    await apt('update');
    await install();
  }
}

/** Ubuntu has Chromium only as a snap, which the browser tests cannot drive: leave that choice to a person. */
function withoutSnap(missing) {
  if (!/^ID=ubuntu$/m.test(readOsRelease()) || !missing.some((tool) => tool.name === 'Chromium')) return missing;
  warn(
    'the browser tests need Chromium or Google Chrome on PATH; install one of them (Ubuntu packages neither for apt)',
  );
  return missing.filter((tool) => tool.name !== 'Chromium');
}

const readOsRelease = () => (existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '');
