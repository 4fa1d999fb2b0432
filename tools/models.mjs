/**
 * The speech models of this installation: `npm run models -- list`, `fetch NAME`, `verify`. Needs nothing but Node, and
 * tar or unzip. `--catalogue FILE` reads another list of models (JSON as in tools/models/catalogue.mjs): a mirror's, say.
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { official } from './models/catalogue.mjs';
import { faults, installed, modelsFolder } from './models/folder.mjs';
import { install } from './models/install.mjs';
import { listing } from './models/list.mjs';
import { Problem } from './models/problem.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = modelsFolder(process.env, root);
const say = (text) => console.log(text);

const commands = {
  list: async (catalogue) => say(listing(catalogue, installed(folder), folder)),
  fetch: async (catalogue, name) => {
    const entry = catalogue[name];
    if (!entry) throw new Problem(`${name ? `There is no model "${name}"` : 'Name a model'}: "list" shows them all.`);
    await install(name, entry, folder, { say, onProgress: progress() });
    if (entry.kind === 'vosk')
      say(
        'Vosk models need libvosk: where LECTERN_MODELS is set, run "LECTERN_MODELS= node tools/setup.mjs" once for it.',
      );
    say('Restart the server and the worker to use it.');
  },
  verify: async () => {
    const present = installed(folder);
    if (present.size === 0) say(`There are no models in ${folder}.`);
    for (const [name, manifest] of present) {
      const wrong = await faults(join(folder, name), manifest);
      say(wrong.length === 0 ? `${name}: whole` : `${name}: DAMAGED: ${wrong.join(' ')}`);
      if (wrong.length > 0) process.exitCode = 1;
    }
  },
};

/** A line that is written over, where there is a terminal. */
function progress() {
  if (!process.stdout.isTTY) return undefined;
  const mega = (bytes) => (bytes / 1e6).toFixed(0);
  return (done, total) => {
    process.stdout.write(`\r${mega(done)} of ${mega(total)} MB`);
    if (done === total) process.stdout.write('\n');
  };
}

function readArguments(args) {
  const at = args.indexOf('--catalogue');
  if (at < 0) return { catalogue: official, words: args };
  const file = args[at + 1] ?? '';
  try {
    return { catalogue: JSON.parse(readFileSync(file, 'utf8')), words: args.toSpliced(at, 2) };
  } catch (error) {
    throw new Problem(`The catalogue "${file}" cannot be read: ${error.message}`);
  }
}

try {
  const { catalogue, words } = readArguments(process.argv.slice(2));
  const [command = 'list', name] = words;
  if (!(command in commands)) throw new Problem(`There is no command "${command}": list, fetch NAME, verify.`);
  await commands[command](catalogue, name);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
