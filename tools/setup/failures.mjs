import { existsSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateDir } from './paths.mjs';

const DAY = 24 * 3600 * 1000;

/** A download that failed is tried again after a day: not at each start, which would be slow without a network. */
export function failureNote(name) {
  const file = join(stateDir, `${name}-failed`);
  return {
    ofToday: () => existsSync(file) && Date.now() - statSync(file).mtimeMs < DAY,
    write: (message) => writeFileSync(file, message),
    remove: () => rmSync(file, { force: true }),
  };
}
