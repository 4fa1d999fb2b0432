import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

export const MANIFEST = 'manifest.json';

/** The same folder that server and worker read (libs/config). */
export function modelsFolder(env, root) {
  if (env.LECTERN_MODELS) return resolve(root, env.LECTERN_MODELS);
  return join(resolve(root, env.LECTERN_DATA || './data'), 'models');
}

/** Name → manifest of every model that is there; null where it cannot be read. */
export function installed(folder) {
  if (!existsSync(folder)) return new Map();
  const names = readdirSync(folder).filter((name) => !name.startsWith('.') && existsSync(join(folder, name, MANIFEST)));
  return new Map(names.sort().map((name) => [name, read(join(folder, name, MANIFEST))]));
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

export async function sha256Of(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file, { highWaterMark: 1 << 20 }), hash);
  return hash.digest('hex');
}

/** What is wrong with a model's files, in sentences; none when all are as its manifest says. */
export async function faults(folder, manifest) {
  if (!manifest?.files) return [`${MANIFEST} cannot be read.`];
  const found = [];
  for (const [name, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
    if (size === undefined) found.push(`${name} is missing.`);
    else if (size !== bytes) found.push(`${name} has ${size} bytes instead of ${bytes}.`);
    else if ((await sha256Of(join(folder, name))) !== sha256) found.push(`the checksum of ${name} differs.`);
  }
  return found;
}
