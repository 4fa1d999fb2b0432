import { BYTES_PER_SECOND, type TranscribeOptions, type Utterance } from './speech-engine';
import { speechParts, type SpeechPart } from './speech-parts';

/** A recogniser that takes sound in order; its times count the sound that it was fed. */
export interface Recognizer {
  accept(pcm: Buffer): Promise<Utterance[]>;
  /** Ends what is being said at the sound fed last. */
  finish(): Promise<Utterance[]>;
}

/** Feeds a whole recording without its long silences; the words come out at the times they had in the whole. */
export async function* transcribeWith(
  recognizer: Recognizer,
  pcm: AsyncIterable<Buffer>,
  options: Pick<TranscribeOptions, 'signal' | 'onProgress'>,
): AsyncGenerator<Utterance> {
  const run = new Transcription(recognizer);
  for await (const part of speechParts(pcm, options.onProgress)) {
    options.signal?.throwIfAborted();
    yield* await run.feed(part);
  }
  options.signal?.throwIfAborted();
}

/** Feeds the parts of one sound, and puts the times of the words back to where they were in the whole. */
class Transcription {
  #fedSeconds = 0;
  /** What to add to the recogniser's times; null between two parts. */
  #shift: number | null = null;

  constructor(private readonly recognizer: Recognizer) {}

  async feed(part: SpeechPart): Promise<Utterance[]> {
    this.#shift ??= part.at - this.#fedSeconds;
    const shift = this.#shift;
    const utterances = await this.recognizer.accept(part.pcm);
    this.#fedSeconds += part.pcm.length / BYTES_PER_SECOND;
    if (part.last) {
      utterances.push(...(await this.recognizer.finish()));
      this.#shift = null;
    }
    return utterances.map((utterance) => shifted(utterance, shift));
  }
}

/** The utterance so many seconds later. */
export function shifted({ words }: Utterance, seconds: number): Utterance {
  return { words: words.map((word) => ({ ...word, start: word.start + seconds, end: word.end + seconds })) };
}
