import { SAMPLE_RATE } from '../speech-engine';
import { LONGEST_SEGMENT } from './sherpa-config';

/** A piece of sound that is recognised in one go. */
export interface Segment {
  samples: Float32Array;
  /** Seconds from the stream's beginning. */
  at: number;
}

/** Cuts a stream of sound into pieces that a recogniser takes whole. */
export interface Segmenter {
  take(samples: Float32Array): Segment[];
  /** The rest, up to the sound given last. */
  flush(): Segment[];
}

/** Samples of a fifth of a second, in which the quietest place is looked for. */
const WINDOW = SAMPLE_RATE / 5;
const LONGEST = LONGEST_SEGMENT * SAMPLE_RATE;
/** The cut is looked for in the last ten seconds, so that pieces stay long enough to make sense. */
const SEARCH = 10 * SAMPLE_RATE;

/** For installations without a voice detector: everything up to a flush, and long speech cut where it is quietest. */
export class QuietCutter implements Segmenter {
  #waiting: Float32Array = new Float32Array(0);
  #given = 0;

  take(samples: Float32Array): Segment[] {
    this.#waiting = concatenated(this.#waiting, samples);
    const segments: Segment[] = [];
    while (this.#waiting.length >= LONGEST) segments.push(this.#cut(quietest(this.#waiting.subarray(0, LONGEST))));
    return segments;
  }

  flush(): Segment[] {
    return this.#waiting.length > 0 ? [this.#cut(this.#waiting.length)] : [];
  }

  #cut(length: number): Segment {
    const segment = { samples: this.#waiting.slice(0, length), at: this.#given / SAMPLE_RATE };
    this.#waiting = this.#waiting.slice(length);
    this.#given += length;
    return segment;
  }
}

/** The middle of the quietest fifth of a second near the end. */
function quietest(samples: Float32Array): number {
  let best = samples.length;
  let least = Infinity;
  for (let i = samples.length - SEARCH; i + WINDOW <= samples.length; i += WINDOW) {
    const loudness = energy(samples.subarray(i, i + WINDOW));
    if (loudness < least) {
      least = loudness;
      best = i + WINDOW / 2;
    }
  }
  return best;
}

function energy(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum;
}

export function concatenated(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
