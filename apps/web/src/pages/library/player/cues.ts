import type { Cue } from '@lectern/contracts';

/** One speaker's turn, or an interpreter's. */
export interface Turn {
  speaker: string;
  interpreted: boolean;
  /** Cues with their place in the whole transcript. */
  cues: { cue: Cue; index: number }[];
}

export function turnsOf(cues: readonly Cue[]): Turn[] {
  const turns: Turn[] = [];
  cues.forEach((cue, index) => {
    const last = turns.at(-1);
    const { speaker, interpreted = false } = cue;
    if (last?.speaker === speaker && last.interpreted === interpreted) last.cues.push({ cue, index });
    else turns.push({ speaker, interpreted, cues: [{ cue, index }] });
  });
  return turns;
}

/** The cue spoken at `time`, or the last one before it: in a pause the place in the text is kept. -1 before the first. */
export function cueAt(cues: readonly Cue[], time: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // A seek to a cue's start may land a hair before it.
    if ((cues[middle]?.start ?? 0) <= time + 0.05) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
