import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerBin } from './mediasoup.mjs';
import { stateDir } from './paths.mjs';
import { speechFiles } from './speech.mjs';

const path = join(stateDir, 'native.json');

const content = () => `${JSON.stringify({ mediasoupWorkerBin: workerBin(), ...speechFiles() }, null, 2)}\n`;

export const nativeFileWritten = () => existsSync(path) && readFileSync(path, 'utf8') === content();

/** Tells the server's configuration where the native parts are; read when no environment variable names them. */
export function writeNativeFile() {
  writeFileSync(`${path}.new`, content());
  renameSync(`${path}.new`, path);
}
