import { BYTES_PER_SECOND, type SpeechPart, type SpeechStream, textOf, type Utterance } from '@lectern/speech';
import type { Heard } from './caption-messages';

/** A recogniser, or null when as many speak as are recognised at once. */
export type OpenStream = () => Promise<{ stream: SpeechStream; release: () => void } | null>;

export interface VoiceEvents {
  heard: (heard: Omit<Heard, 'trackId' | 'receivedTo'>) => void;
  leftOut: (seconds: number) => void;
  failed: (error: unknown) => void;
}

/** A phrase under recognition: from the first loud sound to a pause. */
interface Phrase {
  stream: SpeechStream;
  release: () => void;
  /** What to add to the recogniser's times to get those of the track. */
  shift: number;
  fed: number;
}

/**
 * Recognises what one person says, phrase by phrase: a recogniser is held only while somebody speaks. One piece of
 * sound is under way at a time; what waits is bounded.
 */
export class Voice {
  readonly #waiting: SpeechPart[] = [];
  #running: Promise<void> | null = null;
  #phrase: Phrase | null = null;
  /** No recogniser was free when this phrase began: it is left out as a whole. */
  #deaf = false;
  #utterance = 0;
  /** Seconds of the track. */
  #recognisedTo = 0;
  #closed = false;

  constructor(
    private readonly open: OpenStream,
    /** In seconds; older sound is left out. */
    private readonly mostWaiting: number,
    private readonly events: VoiceEvents,
  ) {}

  feed(part: SpeechPart): void {
    if (this.#closed) return;
    this.#waiting.push(part);
    this.#bound();
    this.#running ??= this.#run().finally(() => (this.#running = null));
  }

  /** Says the last words and gives the recogniser back. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#waiting.length = 0;
    await this.#running;
    await this.#endPhrase().catch((error: unknown) => this.events.failed(error));
  }

  /** Keeps the newest sound; where a phrase's end was among the rest, the next sound begins a new one. */
  #bound(): void {
    const seconds = (parts: SpeechPart[]) => parts.reduce((sum, { pcm }) => sum + pcm.length, 0) / BYTES_PER_SECOND;
    if (seconds(this.#waiting) <= this.mostWaiting) return;
    const dropped = this.#waiting.splice(0, this.#waiting.length - 1);
    const last = dropped.at(-1)!;
    // An empty piece that ends the phrase: what comes after a gap is no continuation.
    this.#waiting.unshift({ pcm: Buffer.alloc(0), at: last.at, last: true });
    this.events.leftOut(seconds(dropped));
  }

  async #run(): Promise<void> {
    for (let part = this.#waiting.shift(); part; part = this.#waiting.shift()) {
      try {
        await this.#take(part);
      } catch (error) {
        this.#forget();
        this.events.failed(error);
      }
    }
  }

  async #take(part: SpeechPart): Promise<void> {
    if (!this.#phrase && !this.#deaf && part.pcm.length > 0) await this.#begin(part);
    if (this.#phrase && part.pcm.length > 0) await this.#recognise(this.#phrase, part);
    if (this.#deaf && part.pcm.length > 0) this.events.leftOut(part.pcm.length / BYTES_PER_SECOND);
    if (part.last) await this.#endPhrase();
  }

  async #begin(part: SpeechPart): Promise<void> {
    const opened = await this.open();
    this.#deaf = opened === null;
    if (opened) this.#phrase = { ...opened, shift: part.at, fed: 0 };
  }

  async #recognise(phrase: Phrase, { pcm, at }: SpeechPart): Promise<void> {
    phrase.shift = at - phrase.fed;
    phrase.fed += pcm.length / BYTES_PER_SECOND;
    this.#recognisedTo = at + pcm.length / BYTES_PER_SECOND;
    const { finished, partial } = await phrase.stream.write(pcm);
    this.#finish(finished, phrase.shift);
    if (partial) this.#tell(this.#utterance, partial, []);
  }

  async #endPhrase(): Promise<void> {
    const phrase = this.#phrase;
    this.#phrase = null;
    this.#deaf = false;
    if (!phrase) return;
    try {
      this.#finish(await phrase.stream.end(), phrase.shift);
    } finally {
      phrase.release();
    }
  }

  #finish(utterances: Utterance[], shift: number): void {
    for (const { words } of utterances) {
      const heard = words.map(({ text, end }) => ({ text, end: end + shift }));
      this.#tell(this.#utterance++, textOf(words), heard);
    }
  }

  /** Only what is final has words. */
  #tell(utterance: number, text: string, words: Heard['words']): void {
    this.events.heard({ utterance, text, final: words.length > 0, recognisedTo: this.#recognisedTo, words });
  }

  #forget(): void {
    const phrase = this.#phrase;
    this.#phrase = null;
    // The rest of this phrase would fail in the same way.
    this.#deaf = true;
    if (!phrase) return;
    phrase.stream.end().catch(() => undefined);
    phrase.release();
  }
}
