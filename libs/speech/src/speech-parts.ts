import { BYTES_PER_SECOND } from './speech-engine';

const FRAME_BYTES = BYTES_PER_SECOND / 50;
/** Root mean square of 16-bit samples at −55 dBFS: quieter than a low voice, louder than comfort noise. */
const LOUD = 58;
/** Kept from before the first loud frame, as soft consonants begin words. */
const LEAD_FRAMES = 15;
/** A pause this long ends a part. */
const TAIL_FRAMES = 50;
/** Sound is handed on in pieces of a fifth of a second: short enough for live use, long enough to be cheap. */
const PIECE_FRAMES = 10;

/** A piece of sound that may hold speech. */
export interface SpeechPart {
  pcm: Buffer;
  /** Seconds from the beginning of the whole sound to the piece's first sample. */
  at: number;
  /** A long pause, or the end, comes after it. */
  last: boolean;
}

/**
 * Leaves out long silences, which cost an engine as much as speech: most of a conference's tracks is the silence of
 * those who listen. `onPosition` hears how many seconds have been gone through.
 */
export async function* speechParts(
  pcm: AsyncIterable<Buffer>,
  onPosition: (seconds: number) => void = () => undefined,
): AsyncGenerator<SpeechPart> {
  const gate = new SpeechGate();
  for await (const frame of frames(pcm)) {
    const part = gate.take(frame);
    if (gate.frames % 50 === 0) onPosition(gate.frames / 50);
    if (part) yield part;
  }
  onPosition(gate.frames / 50);
  const rest = gate.end();
  if (rest) yield rest;
}

/**
 * Decides frame by frame; a piece comes out when it is full or when a pause ends it. For sound that comes as it is
 * spoken; whole recordings go through {@link speechParts}.
 */
export class SpeechGate {
  /** What `take` is given: a fiftieth of a second. */
  static readonly frameBytes = FRAME_BYTES;
  static readonly frameSeconds = 1 / 50;
  /** Frames seen. */
  frames = 0;
  #waiting: Buffer[] = [];
  #open = false;
  #quiet = 0;

  take(frame: Buffer): SpeechPart | null {
    this.frames++;
    this.#quiet = isLoud(frame) ? 0 : this.#quiet + 1;
    this.#waiting.push(frame);
    this.#open ||= this.#quiet === 0;
    if (!this.#open) {
      if (this.#waiting.length > LEAD_FRAMES) this.#waiting.shift();
      return null;
    }
    if (this.#quiet >= TAIL_FRAMES) return this.#release(true);
    return this.#waiting.length >= PIECE_FRAMES ? this.#release(false) : null;
  }

  end(): SpeechPart | null {
    return this.#open ? this.#release(true) : null;
  }

  #release(last: boolean): SpeechPart {
    const at = (this.frames - this.#waiting.length) / 50;
    const pcm = Buffer.concat(this.#waiting);
    this.#waiting = [];
    this.#open = !last;
    return { pcm, at, last };
  }
}

async function* frames(pcm: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of pcm) {
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let offset = 0;
    for (; offset + FRAME_BYTES <= data.length; offset += FRAME_BYTES) {
      yield data.subarray(offset, offset + FRAME_BYTES);
    }
    rest = data.subarray(offset);
  }
  // A last frame that is not full is filled up with silence; half a sample cannot be used.
  if (rest.length > 1)
    yield Buffer.concat([rest.subarray(0, rest.length & ~1), Buffer.alloc(FRAME_BYTES)], FRAME_BYTES);
}

function isLoud(frame: Buffer): boolean {
  let sum = 0;
  for (let i = 0; i < frame.length; i += 2) {
    const sample = frame.readInt16LE(i);
    sum += sample * sample;
  }
  return sum >= LOUD * LOUD * (frame.length / 2);
}
