import { accessSync, constants, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cacheDir } from './paths.mjs';
import { SetupError } from './report.mjs';

const TEMPORARY = '.tmp-';

/**
 * Fills one folder of the cache as a whole: the work is done under a temporary name and renamed when it is complete,
 * so that an interrupted set-up leaves nothing behind that looks finished.
 */
export async function fill(name, make) {
  openCache();
  sweep();
  const final = join(cacheDir, name);
  const temporary = join(cacheDir, `${TEMPORARY}${process.pid}-${name}`);
  mkdirSync(temporary, { recursive: true });
  try {
    await make(temporary);
    rmSync(final, { recursive: true, force: true });
    renameSync(temporary, final);
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}

export function openCache() {
  try {
    mkdirSync(cacheDir, { recursive: true });
    accessSync(cacheDir, constants.W_OK);
  } catch (error) {
    throw new SetupError(
      `the cache folder ${cacheDir} cannot be written (${error.code}). ` +
        'Make it writable, or set XDG_CACHE_HOME to a folder that is.',
    );
  }
}

/** Removes what set-ups that were killed have left. */
function sweep() {
  for (const name of readdirSync(cacheDir)) {
    if (name.startsWith(TEMPORARY) && !alive(parseInt(name.slice(TEMPORARY.length), 10))) {
      rmSync(join(cacheDir, name), { recursive: true, force: true });
    }
  }
}

/** Whether a process with this id runs (also one of another user). */
export function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
