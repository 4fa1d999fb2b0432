import type { Handle } from './vosk-library';

/** Each holds some 30 MB of the graph that it has searched. */
const MOST = 4;

/**
 * Recognisers between two phrases. One that has been used knows the part of the graph where speech usually is, which a
 * new one works out again: a quarter of the work where phrases are short.
 */
export class IdleRecognizers<R extends { close(): void }> {
  readonly #idle: { model: Handle; recognizer: R }[] = [];

  /** The one used last with this model, or null. */
  take(model: Handle): R | null {
    const place = this.#idle.findLastIndex((one) => one.model === model);
    return place < 0 ? null : this.#idle.splice(place, 1)[0]!.recognizer;
  }

  /** Keeps one that has finished; the oldest goes when there are too many. */
  give(model: Handle, recognizer: R): void {
    this.#idle.push({ model, recognizer });
    if (this.#idle.length > MOST) this.#idle.shift()!.recognizer.close();
  }

  /** Frees them. */
  close(): void {
    for (const { recognizer } of this.#idle.splice(0)) recognizer.close();
  }
}
