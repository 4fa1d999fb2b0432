import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Native {
  voskLibrary?: string | null;
  voskModel?: string | null;
  sileroVad?: string | null;
}

const file = join(__dirname, '../../../node_modules/.lectern/native.json');
const native = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Native) : {};

/** Where set-up has put Vosk; null on a machine on which it could not. If it says they are there, specs rely on it. */
export const vosk =
  native.voskLibrary && native.voskModel ? { library: native.voskLibrary, model: native.voskModel } : null;

/** Silero's voice detector, which `npm test` brings. */
export const sileroVad = native.sileroVad ?? null;
