import { openSpeech, type SpeechEngine, SpeechEngines } from '@lectern/speech';
import type { CaptionReply, CaptionRequest } from './caption-messages';
import { Voice, type OpenStream } from './voice';
import { VoiceTap } from './voice-tap';

/** The microphones of the caption process. One that fails concerns no other. */
export class CaptionHost {
  readonly #taps = new Map<string, VoiceTap>();
  readonly #opening = new Set<string>();
  #engines = new SpeechEngines();
  #free = 0;
  #mostWaiting = 0;
  readonly #warm = new Set<string>();

  constructor(private readonly reply: (reply: CaptionReply) => void) {}

  async handle(message: CaptionRequest): Promise<void> {
    switch (message.type) {
      case 'start':
        this.#engines = openSpeech(message.setup).engines;
        this.#free = message.voices;
        this.#mostWaiting = message.mostWaiting;
        return this.reply({ type: 'ready' });
      case 'open':
        return this.#open(message.trackId, message.language);
      case 'close':
        return this.#close(message.trackId);
    }
  }

  async close(): Promise<void> {
    await Promise.allSettled([...this.#taps.keys()].map((trackId) => this.#close(trackId)));
    await this.#engines.close();
  }

  async #open(trackId: string, language: string): Promise<void> {
    this.#opening.add(trackId);
    try {
      const engine = await this.#engine(language);
      const tap = await VoiceTap.open(this.#voice(trackId, engine, language));
      // It was closed while it was opened.
      if (!this.#opening.delete(trackId)) return await tap.close();
      this.#taps.set(trackId, tap);
      this.reply({ type: 'opened', trackId, port: tap.port });
    } catch (error) {
      this.#opening.delete(trackId);
      this.reply({ type: 'refused', trackId, reason: reasonOf(error) });
    }
  }

  async #close(trackId: string): Promise<void> {
    this.#opening.delete(trackId);
    const tap = this.#taps.get(trackId);
    await tap?.close();
    this.#taps.delete(trackId);
  }

  /** Its model is loaded when this resolves: that takes seconds, in which nobody could be followed. */
  async #engine(language: string): Promise<SpeechEngine> {
    const { engine, missing } = this.#engines.for(language, 'live');
    if (!engine) throw new Error(missing);
    if (!this.#warm.has(language)) {
      const stream = await engine.stream(language);
      await stream.end();
      this.#warm.add(language);
    }
    return engine;
  }

  #voice(trackId: string, engine: SpeechEngine, language: string): Voice {
    const open: OpenStream = async () => {
      if (this.#free === 0) return null;
      this.#free--;
      try {
        return { stream: await engine.stream(language), release: () => this.#free++ };
      } catch (error) {
        this.#free++;
        throw error;
      }
    };
    const receivedTo = () => this.#taps.get(trackId)?.receivedTo ?? 0;
    return new Voice(open, this.#mostWaiting, {
      heard: (heard) => this.reply({ type: 'heard', trackId, receivedTo: receivedTo(), ...heard }),
      leftOut: (seconds) => this.reply({ type: 'left-out', trackId, seconds }),
      failed: (error) => this.reply({ type: 'failed', trackId, reason: reasonOf(error) }),
    });
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
