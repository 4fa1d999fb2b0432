import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { download } from './download.mjs';
import { faults, installed, MANIFEST, sha256Of } from './folder.mjs';
import { lock } from './lock.mjs';
import { Problem } from './problem.mjs';

/**
 * Brings a model into the folder, whole or not at all: it is downloaded and unpacked beside its place under a hidden
 * name, and renamed at the end. What was downloaded stays when something goes wrong, and the next try goes on from there.
 */
export async function install(name, entry, folder, { say = () => {}, onProgress, pause } = {}) {
  const place = join(folder, name);
  if (existsSync(place)) {
    const wrong = await faults(place, installed(folder).get(name));
    if (wrong.length === 0) return say(`${name} is there already, and whole.`);
    say(`${name} is damaged (${wrong[0]}), and is fetched again.`);
  }
  const work = join(folder, `.fetching-${name}`);
  mkdirSync(work, { recursive: true });
  const release = lock(join(work, 'lock'), name);
  try {
    const archive = join(work, basename(new URL(entry.url).pathname));
    await download(entry.url, archive, { onProgress, pause });
    const sha256 = await checkArchive(archive, entry, say);
    const unpacked = unpack(archive, join(work, 'model'), entry);
    await describe(unpacked, name, entry, sha256);
    rmSync(place, { recursive: true, force: true });
    renameSync(unpacked, place);
  } finally {
    release();
  }
  rmSync(work, { recursive: true });
  say(`${name} is in ${place}.`);
}

async function checkArchive(archive, { sha256: expected }, say) {
  const sha256 = await sha256Of(archive);
  if (!expected) say(`No checksum is known for it: that of this download is recorded (sha256 ${sha256}).`);
  if (!expected || expected === sha256) return sha256;
  rmSync(archive);
  throw new Problem(`${basename(archive)} is not the file that is known: its checksum is ${sha256}.`);
}

/** The folder that holds the model's files. */
function unpack(archive, into, { roles }) {
  rmSync(into, { recursive: true, force: true });
  mkdirSync(into);
  if (archive.endsWith('.onnx')) renameSync(archive, join(into, basename(archive)));
  else if (archive.endsWith('.zip')) run('unzip', ['-q', archive, '-d', into]);
  else run('tar', ['-xf', archive, '-C', into]);
  const inner = readdirSync(into);
  // Archives hold one folder, which has the model's own name.
  const top = inner.length === 1 && statSync(join(into, inner[0])).isDirectory() ? join(into, inner[0]) : into;
  keep(top, Object.values(roles));
  return top;
}

/** Leaves what the model is made of: archives bring examples and larger variants, too. A Vosk model is all of its folder. */
function keep(folder, files) {
  if (files.length === 0) return;
  const missing = files.find((file) => !existsSync(join(folder, file)));
  if (missing) throw new Problem(`The archive holds no ${missing}: it is not the model that this tool knows.`);
  for (const name of readdirSync(folder))
    if (!files.includes(name) && !/^(licen[cs]e|readme)/i.test(name)) rmSync(join(folder, name), { recursive: true });
}

async function describe(folder, name, entry, sha256) {
  const { kind, languages, punctuates, modelType, roles, licence, url } = entry;
  const files = {};
  for (const file of readdirSync(folder, { recursive: true }).sort()) {
    const { size, mode } = statSync(join(folder, file));
    if ((mode & 0o170000) === 0o100000) files[file] = { bytes: size, sha256: await sha256Of(join(folder, file)) };
  }
  const manifest = { version: 1, name, kind, languages, punctuates, modelType, roles, files, licence };
  writeFileSync(
    join(folder, MANIFEST),
    `${JSON.stringify({ ...manifest, source: `${url} sha256:${sha256}` }, null, 2)}\n`,
  );
}

function run(command, args) {
  const { status, error, stderr } = spawnSync(command, args, { encoding: 'utf8' });
  if (error?.code === 'ENOENT') throw new Problem(`"${command}" is needed to unpack it: install it, and try again.`);
  if (status !== 0) throw new Problem(`The archive cannot be unpacked: ${stderr.trim().split('\n').at(-1)}`);
}
