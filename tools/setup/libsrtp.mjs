import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run, which } from './run.mjs';

/**
 * The unpacked source of libsrtp, or null. Debian builds its libsrtp2 with NSS; built with OpenSSL it protects about
 * twice as many packets a second, and protecting packets is most of what the media worker does.
 *
 * It comes as the distribution's own source package, whose signature apt checks. apt is given lists of its own here:
 * the machine's package sources stay as they are, and no rights are needed. Debian's patches to it touch only its tests.
 */
export async function fetchLibsrtp(folder) {
  if (!which('apt-get')) return null;
  try {
    const apt = prepareApt(folder);
    const options = { log: 'libsrtp', what: "fetching libsrtp's source", cwd: folder, timeoutMs: 300_000 };
    await run('apt-get', [...apt, 'update'], options);
    await run('apt-get', [...apt, 'source', '--download-only', '--tar-only', 'libsrtp2'], options);
    const archive = readdirSync(folder).find((name) => name.includes('.orig.tar.'));
    const source = join(folder, 'source');
    mkdirSync(source);
    await run('tar', ['-xf', archive, '--strip-components=1', '-C', source], options);
    return existsSync(join(source, 'CMakeLists.txt')) ? source : null;
  } catch {
    return null;
  }
}

function prepareApt(folder) {
  const parts = join(folder, 'sources');
  for (const path of [parts, join(folder, 'lists/partial'), join(folder, 'cache/archives/partial')]) {
    mkdirSync(path, { recursive: true });
  }
  writeSources('/etc/apt', parts);
  const settings = {
    'Dir::Etc::sourcelist': '/dev/null',
    'Dir::Etc::sourceparts': parts,
    'Dir::State::lists': join(folder, 'lists'),
    'Dir::Cache': join(folder, 'cache'),
    'Acquire::Retries': '1',
    'Acquire::http::Timeout': '20',
    'Acquire::https::Timeout': '20',
    // Without it apt warns that its own user may not write into this folder.
    'APT::Sandbox::User': '',
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-o', `${name}=${value}`]);
}

/** The distribution's own package sources, asked for source packages; other vendors' sources are left out. */
function writeSources(from, to) {
  const release = readFileSync('/etc/os-release', 'utf8').match(/^VERSION_CODENAME=(.*)$/m)?.[1] ?? '';
  const parts = join(from, 'sources.list.d');
  const files = [join(from, 'sources.list'), ...list(parts).map((name) => join(parts, name))];
  for (const [index, file] of files.filter((path) => existsSync(path)).entries()) {
    const text = readFileSync(file, 'utf8');
    if (file.endsWith('.sources')) writeFileSync(join(to, `${index}.sources`), stanzas(text, release));
    if (file.endsWith('.list')) writeFileSync(join(to, `${index}.list`), lines(text, release));
  }
}

const list = (folder) => (existsSync(folder) ? readdirSync(folder) : []);

const stanzas = (text, release) =>
  text
    .split(/\n\s*\n/)
    .filter((stanza) => new RegExp(`^Suites:.*\\b${release}\\b`, 'm').test(stanza))
    .map((stanza) => stanza.replace(/^Types:.*$/m, 'Types: deb-src'))
    .join('\n\n');

const lines = (text, release) =>
  text
    .split('\n')
    .filter((line) => new RegExp(`^deb\\s.*\\b${release}\\b`).test(line))
    .map((line) => line.replace(/^deb\s/, 'deb-src '))
    .join('\n');
