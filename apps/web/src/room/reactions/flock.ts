import type { ReactionCounts, StageEmoji } from '@lectern/contracts';
import { sample } from './sample';

export interface Flying {
  id: number;
  emoji: StageEmoji;
  /** Where it rises, 0 to 1 of the stage's width. */
  at: number;
  /** Seconds that it waits, so that those of one count do not rise as one. */
  delay: number;
}

const MOST_OF_A_COUNT = 8;
const MOST = 40;
const SPREAD = 0.25;

/** Those in the air, with what has just come; the oldest give way. */
export function joined(
  flock: readonly Flying[],
  counts: ReactionCounts,
  nextId: number,
  random = Math.random,
): Flying[] {
  const fresh = sample(counts, MOST_OF_A_COUNT).map((emoji, n) => ({
    id: nextId + n,
    emoji,
    at: random(),
    delay: random() * SPREAD,
  }));
  return [...flock, ...fresh].slice(-MOST);
}
