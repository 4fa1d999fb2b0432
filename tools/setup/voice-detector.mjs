import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fill } from './cache.mjs';
import { failureNote } from './failures.mjs';
import { unpackPart } from './npm-part.mjs';
import { cacheDir } from './paths.mjs';
import { timed, warn } from './report.mjs';

/**
 * Silero's voice detector, for the tests of the sherpa-onnx engine: the only model for it that a package ships.
 * Installations fetch it with their speech models ("npm run models").
 */
const detector = {
  spec: '@ricky0123/vad-web@0.0.31',
  integrity: 'sha512-ePVq8TvB21sdHSxVMZOEIf9JVa7MAYpaIaNXeGgsPOiMCN8xbPCdF2LS5aYj7VRR3ZxzutedgV9ZplV65IA1Fg==',
  member: 'package/dist/silero_vad_v5.onnx',
};

const ENTRY = 'silero-vad-v5-1';
const MODEL = 'silero_vad.onnx';
const file = join(cacheDir, ENTRY, MODEL);
const failure = failureNote('voice-detector');

export const voiceDetectorSettled = () => existsSync(file) || failure.ofToday();

export const voiceDetectorFile = () => (existsSync(file) ? file : null);

/** Without it a few specs are not run; that is no reason to stop. */
export async function obtainVoiceDetector() {
  if (voiceDetectorSettled()) return;
  try {
    await timed('fetching a voice detector for the tests (6 MB)', () =>
      fill(ENTRY, (temporary) => unpackPart(detector, temporary, MODEL)),
    );
    failure.remove();
  } catch (error) {
    warn(`${error.message}\nThe specs of the voice detector are not run.`);
    failure.write(error.message);
  }
}
