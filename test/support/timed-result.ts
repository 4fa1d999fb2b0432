import { spawn } from 'node:child_process';
import { FRAME_MS, toneOf } from './timed-source';

/** At a moment of a file, which second of the source is heard or seen there. */
export interface Told {
  at: number;
  second: number;
}

/** A stretch of the source, in its seconds. */
export type Stretch = readonly [from: number, to: number];

const RATE = 8_000;
const STEP = 0.05;
/** So close to where one second of the source becomes the next, either may be told. */
const EDGE = 0.12;
/** Sound is told of every 50 ms, pictures every 100; with one left out between them. */
const NEAR = 0.25;
const TONES = 90;
const WIDTH = 8;

/** Which tone is heard in each twentieth of a second. */
export async function soundOf(file: string): Promise<Told[]> {
  const raw = await decode(['-i', file, '-vn', '-ac', '1', '-ar', String(RATE), '-f', 's16le']);
  const samples = new Int16Array(raw.buffer, raw.byteOffset, raw.length / 2);
  const size = RATE * STEP;
  return Array.from({ length: Math.floor(samples.length / size) }, (_, step) => ({
    at: (step + 0.5) * STEP,
    second: toneIn(samples.subarray(step * size, (step + 1) * size)),
  })).filter(({ second }) => second >= 0);
}

/** Which number is seen in each frame. */
export async function picturesOf(file: string): Promise<Told[]> {
  const filter = `fps=${1_000 / FRAME_MS},scale=${WIDTH}:1:flags=area,format=gray`;
  const raw = await decode(['-i', file, '-an', '-vf', filter, '-f', 'rawvideo']);
  return Array.from({ length: raw.length / WIDTH }, (_, frame) => ({
    at: ((frame + 0.5) * FRAME_MS) / 1_000,
    second: numberIn(raw.subarray(frame * WIDTH, (frame + 1) * WIDTH)),
  })).filter(({ second }) => second >= 0);
}

/** At which second of the file the source began: where one second becomes the next, as most such places say. */
export function originOf(told: Told[]): number {
  const edges = told.flatMap(({ at, second }, i) => {
    const before = told[i - 1];
    const next = before && second === before.second + 1 && at - before.at < NEAR;
    return next ? [(at + before.at) / 2 - second] : [];
  });
  return edges.sort((a, b) => a - b)[Math.floor(edges.length / 2)] ?? NaN;
}

/** Stretches of the source in which the file does not tell what it must, at its time; joined where they touch. */
export function missingIn(told: Told[], [from, to]: Stretch): Stretch[] {
  const origin = originOf(told);
  const right = new Set(
    told
      .filter(({ at, second }) => Math.abs(at - origin - second - 0.5) < 0.5 + EDGE)
      .map(({ at }) => Math.round((at - origin) / STEP)),
  );
  const missing: [number, number][] = [];
  for (let step = Math.ceil(from / STEP); step * STEP < to; step += 1) {
    if ([-2, -1, 0, 1, 2].some((near) => right.has(step + near))) continue;
    const last = missing.at(-1);
    if (last && step * STEP - last[1] < 2 * STEP) last[1] = step * STEP;
    else missing.push([step * STEP, step * STEP]);
  }
  // The neighbours that were looked at belong to it.
  return missing.map(([start, end]) => [start - 2 * STEP, end + 2 * STEP]);
}

/** Goertzel's algorithm for each tone; -1 where there is silence, or no tone stands out. */
function toneIn(samples: Int16Array): number {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0);
  if (energy / samples.length < 100 ** 2) return -1;
  let best = -1;
  let most = 0;
  for (let second = 0; second < TONES; second += 1) {
    const power = powerAt(samples, toneOf(second));
    if (power > most) [best, most] = [second, power];
  }
  // A pure tone has all its energy in one place: N/2 times that of the samples.
  return most > (energy * samples.length) / 4 ? best : -1;
}

function powerAt(samples: Int16Array, hertz: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hertz) / RATE);
  let [one, two] = [0, 0];
  for (const sample of samples) [one, two] = [sample + factor * one - two, one];
  return one * one + two * two - factor * one * two;
}

/** -1 where a bar is neither black nor white. */
function numberIn(bars: Buffer): number {
  if (bars.some((bar) => bar > 80 && bar < 170)) return -1;
  return bars.reduce((number, bar, bit) => number + (bar >= 170 ? 2 ** bit : 0), 0);
}

function decode(args: string[]): Promise<Buffer> {
  const child = spawn('ffmpeg', ['-v', 'error', ...args, 'pipe:1'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(Buffer.concat(chunks)) : reject(new Error(`ffmpeg: ${code}`))));
  });
}
