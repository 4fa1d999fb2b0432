import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { workerBin } from './mediasoup.mjs';
import { stateDir } from './paths.mjs';
import { speechFiles } from './speech.mjs';
import { voiceDetectorFile } from './voice-detector.mjs';

const path = join(stateDir, 'native.json');

/** `sileroVad` is for tests alone. */
const content = () => {
  const native = { mediasoupWorkerBin: workerBin(), ...speechFiles(), sileroVad: voiceDetectorFile() };
  return `${JSON.stringify(native, null, 2)}\n`;
};

export const nativeFileWritten = () => existsSync(path) && readFileSync(path, 'utf8') === content();

/** Tells the server's configuration where the native parts are; read when no environment variable names them. */
export function writeNativeFile() {
  writeFileSync(`${path}.new`, content());
  renameSync(`${path}.new`, path);
}
