import { readFileSync, rmSync } from 'node:fs';
import { run } from './browser';

/** Of the loudness curves that are compared: one value for so many seconds. */
const STEP = 0.02;
const RATE = 8000;

/**
 * Where a piece of speech that is said again and again begins for the first time in a recording: the shift at which the
 * loudness of the two goes together best, whatever was done to the volume meanwhile.
 *
 * @param recording any file with sound
 * @param speech a WAV that lasts one round
 * @returns seconds into the recording, less than a round; and how well the two agree there, from -1 to 1
 */
export function findSpeech(recording: string, speech: string): { second: number; agreement: number } {
  const whole = loudness(recording);
  const round = loudness(speech);
  let best = { second: 0, agreement: -1 };
  for (let shift = 0; shift < round.length; shift += 1) {
    const said = whole.map((_, index) => round[(index - shift + round.length * whole.length) % round.length]!);
    const agreement = correlation(whole, said);
    if (agreement > best.agreement) best = { second: shift * STEP, agreement };
  }
  return best;
}

/** When the last word of a WAV is over, in seconds. */
export function endOfSpeech(speech: string): number {
  const curve = loudness(speech);
  return (curve.findLastIndex((value) => value > 0.1 * Math.max(...curve)) + 1) * STEP;
}

function loudness(file: string): Float64Array {
  const raw = `${file}.raw`;
  run('ffmpeg', ['-y', '-v', 'error', '-i', file, '-vn', '-ac', '1', '-ar', `${RATE}`, '-f', 's16le', raw]);
  const bytes = readFileSync(raw);
  rmSync(raw);
  const samples = new Int16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);
  const each = RATE * STEP;
  return Float64Array.from({ length: Math.floor(samples.length / each) }, (_, index) =>
    Math.sqrt(samples.subarray(index * each, (index + 1) * each).reduce((sum, value) => sum + value * value, 0) / each),
  );
}

/** Pearson's coefficient of two curves of one length. */
function correlation(a: Float64Array, b: Float64Array): number {
  const meanA = mean(a);
  const meanB = mean(b);
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let index = 0; index < a.length; index += 1) {
    ab += (a[index]! - meanA) * (b[index]! - meanB);
    aa += (a[index]! - meanA) ** 2;
    bb += (b[index]! - meanB) ** 2;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}

const mean = (curve: Float64Array): number => curve.reduce((sum, value) => sum + value, 0) / curve.length;
