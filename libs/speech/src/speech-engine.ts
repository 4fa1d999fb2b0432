/** One spoken word. Times in seconds from the beginning of what was given to the engine. */
export interface Word {
  text: string;
  start: number;
  end: number;
  /** 0 to 1; null when the engine does not say. */
  confidence: number | null;
}

/** Words spoken in one go: what an engine finishes at a pause. */
export interface Utterance {
  words: Word[];
}

export interface TranscribeOptions {
  /** BCP 47; the engine takes its model for the base language when it has none for the very variety. */
  language: string;
  signal?: AbortSignal;
  /** Called now and then with the seconds of sound that are done. */
  onProgress?: (seconds: number) => void;
}

/** One live conversation with an engine: what was said up to now, revised until a pause makes it final. */
export interface SpeechStream {
  /** Feeds sound. Returns the utterances that it finished, and what is being said (it may still change). */
  write(pcm: Buffer): Promise<{ finished: Utterance[]; partial: string }>;
  /** Ends the stream; returns the last words. */
  end(): Promise<Utterance[]>;
}

/**
 * Turns speech to text. Sound is 16 kHz, mono, signed 16-bit little-endian PCM everywhere. Implementations must leave
 * the event loop free while they work.
 */
export interface SpeechEngine {
  readonly name: string;
  /** BCP 47 tags of the models that are there. */
  languages(): string[];
  /** Those among them that `stream` can follow. */
  liveLanguages(): string[];
  /** Whether the words of a recording in this language have capitals and punctuation, or are bare. */
  punctuates(language: string): boolean;
  /**
   * Recognises a whole recording, in order. Throws `signal.reason` when aborted, and an Error with a sentence for
   * people when the language is not to be had or the engine fails.
   */
  transcribe(pcm: AsyncIterable<Buffer>, options: TranscribeOptions): AsyncIterable<Utterance>;
  /** Opens a live stream, for captions while people speak. */
  stream(language: string): Promise<SpeechStream>;
  /** Frees the models. Streams that are open must be ended first. Safe to call again. */
  close(): Promise<void>;
}

export const SAMPLE_RATE = 16_000;
export const BYTES_PER_SECOND = SAMPLE_RATE * 2;
