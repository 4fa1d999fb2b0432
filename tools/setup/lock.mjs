import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { alive, openCache } from './cache.mjs';
import { cacheDir } from './paths.mjs';
import { say } from './report.mjs';

const path = join(cacheDir, 'setup.lock');

/** One set-up at a time for each user: `npm start` and `npm test` in two terminals must not install over each other. */
export async function locked(work) {
  let told = false;
  while (!take()) {
    const holder = readHolder();
    if (holder === process.pid || (holder !== null && !alive(holder))) {
      rmSync(path, { force: true });
      continue;
    }
    if (!told) say(`another set-up is running (process ${holder ?? 'unknown'}, ${path}); waiting for it`);
    told = true;
    await sleep(300);
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

function take() {
  openCache();
  try {
    writeFileSync(path, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder() {
  try {
    return Number(readFileSync(path, 'utf8')) || null;
  } catch {
    return null;
  }
}
