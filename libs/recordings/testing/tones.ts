import { execFileSync } from 'node:child_process';

/** Samples a second of what is measured. */
export const TONE_RATE = 8_000;

/** One of a file's sounds. @param index which of them */
export function samplesOf(file: string, index = 0): Int16Array {
  const sound = ['-map', `0:a:${index}`, '-ac', '1', '-ar', String(TONE_RATE), '-f', 's16le', '-'];
  const raw = execFileSync('ffmpeg', ['-v', 'error', '-i', file, ...sound], { maxBuffer: 1e8 });
  return new Int16Array(raw.buffer, raw.byteOffset, raw.length / 2);
}

/** When a tone begins, in milliseconds: where it has half its strength in 10 ms. */
export function beepsIn(samples: Int16Array, hertz: number): number[] {
  const size = TONE_RATE / 100;
  const perMs = TONE_RATE / 1000;
  const strengths = Array.from({ length: Math.floor((samples.length - size) / perMs) }, (_, ms) =>
    strengthAt(samples.subarray(ms * perMs, ms * perMs + size), hertz),
  );
  const half = Math.max(...strengths) / 2;
  const begins = strengths.flatMap((now, ms) => (now >= half && strengths[ms - 1]! < half ? [ms + 5] : []));
  return begins.filter((at, i) => i === 0 || at - begins[i - 1]! > 1_000);
}

/** How loud a tone is between two moments in seconds, in dB of full scale. */
export function toneLevel(samples: Int16Array, hertz: number, from: number, to: number): number {
  const stretch = samples.subarray(Math.round(from * TONE_RATE), Math.round(to * TONE_RATE));
  return 20 * Math.log10((2 * strengthAt(stretch, hertz)) / stretch.length / 0x7fff);
}

function strengthAt(samples: Int16Array, hertz: number): number {
  let [real, imaginary] = [0, 0];
  samples.forEach((sample, i) => {
    const angle = (2 * Math.PI * hertz * i) / TONE_RATE;
    real += sample * Math.cos(angle);
    imaginary += sample * Math.sin(angle);
  });
  return Math.hypot(real, imaginary);
}
