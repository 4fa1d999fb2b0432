import type { ProducerInfo } from '@lectern/contracts';
import { setTimeout as delay } from 'node:timers/promises';

/** Gets ready for a track that has come. What it rejects with is its own concern. */
export type Preparation = (info: ProducerInfo) => Promise<unknown>;

/** Whoever is not ready by then misses the beginning: that costs less than a silent speaker. */
const LONGEST_MS = 3_000;

/**
 * Holds a track that has come until those who must not miss its beginning are ready, a recorder say: then all that is
 * heard is recorded. With nobody to wait for, nothing is held.
 */
export class FlowGate {
  private readonly preparations = new Set<Preparation>();

  get holds(): boolean {
    return this.preparations.size > 0;
  }

  /** Tracks that come from now on wait for this, for 3 s at most. @returns what ends it */
  await(preparation: Preparation): () => void {
    this.preparations.add(preparation);
    return () => this.preparations.delete(preparation);
  }

  /** Resolves when all are ready, or the time is over. */
  async pass(info: ProducerInfo): Promise<void> {
    const inTime = new AbortController();
    const limit = delay(LONGEST_MS, undefined, { signal: inTime.signal }).catch(() => undefined);
    await Promise.race([Promise.allSettled([...this.preparations].map((prepare) => prepare(info))), limit]);
    inTime.abort();
  }
}
