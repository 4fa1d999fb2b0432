import { z } from 'zod';
import { BYTES_PER_SECOND, SAMPLE_RATE, type Utterance } from './speech-engine';
import type { Recognizer } from './transcription';
import type { Handle, VoskLibrary } from './vosk-library';

const Result = z.object({
  text: z.string(),
  result: z.array(z.object({ word: z.string(), start: z.number(), end: z.number(), conf: z.number() })).optional(),
});
const Partial = z.object({ partial: z.string() });

/** One recogniser of the C library. Calls must not overlap; times count the sound that was fed, from the first. */
export class VoskRecognizer implements Recognizer {
  #closed = false;
  #fed = 0;

  private constructor(
    private readonly vosk: VoskLibrary,
    private readonly handle: Handle,
  ) {}

  static async open(vosk: VoskLibrary, model: Handle): Promise<VoskRecognizer> {
    const handle = await vosk.newRecognizer(model, SAMPLE_RATE);
    if (!handle) throw new Error('The speech engine could not start (out of memory, or a damaged model).');
    vosk.setWords(handle, 1);
    return new VoskRecognizer(vosk, handle);
  }

  /** Seconds of sound that it was fed, from the first. */
  get fedSeconds(): number {
    return this.#fed / BYTES_PER_SECOND;
  }

  /** Feeds sound; an utterance comes back when a pause has ended it. */
  async accept(pcm: Buffer): Promise<Utterance[]> {
    const state = await this.vosk.accept(this.handle, pcm, pcm.length);
    this.#fed += pcm.length;
    if (state < 0) throw new Error('The speech engine failed on a piece of sound.');
    return state === 1 ? parse(await this.vosk.result(this.handle)) : [];
  }

  /** What is being said, as far as it is known. */
  async partial(): Promise<string> {
    return Partial.parse(JSON.parse(await this.vosk.partialResult(this.handle))).partial;
  }

  /** Ends the utterance at the sound fed last. */
  async finish(): Promise<Utterance[]> {
    return parse(await this.vosk.finalResult(this.handle));
  }

  /** Safe to call again, but not while another call is under way. */
  close(): void {
    if (!this.#closed) this.vosk.freeRecognizer(this.handle);
    this.#closed = true;
  }
}

function parse(json: string): Utterance[] {
  const { result } = Result.parse(JSON.parse(json));
  if (!result || result.length === 0) return [];
  return [{ words: result.map(({ word, start, end, conf }) => ({ text: word, start, end, confidence: conf })) }];
}
