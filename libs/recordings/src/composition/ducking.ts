import type { Interval } from '../tracks/presence';

/** Factors a second: a ramp is still smooth, and two hours of them are 3 MB. */
export const DUCK_RATE = 200;
/** By how many dB the room is lowered under an interpreter: WCAG 1.4.7 asks for 20 at least. */
const LOWER_DB = 20;
/** How long it takes to get there, and back. */
const RAMP_MS = 300;

/**
 * The factors by which the room's sound is multiplied, as samples of 16 bits, `DUCK_RATE` a second: at full level where
 * nobody interprets, lowered while somebody does. They go a little beyond the end.
 *
 * @param onAir in order, further apart from each other than a ramp lasts
 */
export function duckingSamples(onAir: readonly Interval[], durationMs: number): Buffer {
  const samples = new Int16Array(Math.ceil((durationMs / 1000 + 1) * DUCK_RATE)).fill(0x7fff);
  const ms = 1000 / DUCK_RATE;
  for (const { start, end } of onAir) {
    const last = Math.min(samples.length - 1, Math.ceil((end + RAMP_MS) / ms));
    for (let i = Math.max(0, Math.floor(start / ms)); i <= last; i++) {
      const lowered = Math.min(ramp(i * ms - start), 1 - ramp(i * ms - end));
      samples[i] = Math.round(0x7fff * 10 ** ((-LOWER_DB * lowered) / 20));
    }
  }
  return Buffer.from(samples.buffer);
}

/** 0 to 1, without an edge at either end. */
function ramp(sinceMs: number): number {
  const part = Math.min(1, Math.max(0, sinceMs / RAMP_MS));
  return (1 - Math.cos(Math.PI * part)) / 2;
}
