import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Problem } from './problem.mjs';

/** One download of a model at a time. What a killed one has left is taken over. */
export function lock(file, name) {
  const take = () => writeFileSync(file, String(process.pid), { flag: 'wx' });
  try {
    take();
  } catch {
    const pid = parseInt(readFileSync(file, 'utf8'), 10);
    if (alive(pid)) throw new Problem(`${name} is being fetched already, by process ${pid}.`);
    rmSync(file, { force: true });
    take();
  }
  return () => rmSync(file, { force: true });
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
