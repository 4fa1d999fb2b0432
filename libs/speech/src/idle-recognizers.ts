import type { Handle } from './vosk-library';
import type { VoskRecognizer } from './vosk-recognizer';

/** Each holds some 30 MB of the graph that it has searched. */
const MOST = 4;

/**
 * Recognisers between two phrases. One that has been used knows the part of the graph where speech usually is, which a
 * new one works out again: a quarter of the work where phrases are short.
 */
export class IdleRecognizers {
  readonly #idle: { model: Handle; recognizer: VoskRecognizer }[] = [];

  /** The one used last with this model, or null. */
  take(model: Handle): VoskRecognizer | null {
    const place = this.#idle.findLastIndex((one) => one.model === model);
    return place < 0 ? null : this.#idle.splice(place, 1)[0]!.recognizer;
  }

  /** Keeps one that has finished; the oldest goes when there are too many. */
  give(model: Handle, recognizer: VoskRecognizer): void {
    this.#idle.push({ model, recognizer });
    if (this.#idle.length > MOST) this.#idle.shift()!.recognizer.close();
  }

  /** Frees them. */
  close(): void {
    for (const { recognizer } of this.#idle.splice(0)) recognizer.close();
  }
}
