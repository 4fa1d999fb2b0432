import type { Caption } from '@lectern/contracts';

export interface ShownCaption extends Caption {
  /** This device's clock, in ms. */
  changedAt: number;
}

/** Several may speak at once; more than two lines nobody reads. So many of the room, and of each channel. */
const MOST = 3;
/** What was said stays for as long as it takes to read it twice. */
export const STAYS_MS = 7_000;

/** New and changed captions among those shown; in the order in which people began to speak. */
export function withSaid(
  shown: readonly ShownCaption[],
  said: readonly Caption[],
  now: number,
): readonly ShownCaption[] {
  const byId = new Map(shown.map((caption) => [caption.id, caption]));
  for (const caption of said) byId.set(caption.id, { ...caption, changedAt: now });
  return newest([...byId.values()]);
}

function newest(captions: readonly ShownCaption[]): ShownCaption[] {
  const counts = new Map<string, number>();
  const kept = [...captions].reverse().filter((caption) => {
    const count = (counts.get(placeOf(caption)) ?? 0) + 1;
    counts.set(placeOf(caption), count);
    return count <= MOST;
  });
  return kept.reverse();
}

/** The room, or the channel of a language. */
const placeOf = ({ interpreted, language }: Caption): string => (interpreted ? language : '');

/**
 * Those of what this person listens to.
 *
 * @param channel null: the room; before an interpreter is on air (`onAir`) it is the room that is heard
 */
export function captionsHeard(
  shown: readonly ShownCaption[],
  channel: { language: string; onAir: boolean } | null,
): readonly ShownCaption[] {
  if (!channel) return shown.filter(({ interpreted }) => !interpreted);
  return shown
    .filter(({ interpreted, language }) => language === channel.language || (!interpreted && !channel.onAir))
    .slice(-MOST);
}

/** Without those that have stood long enough. */
export function stillShown(shown: readonly ShownCaption[], now: number): readonly ShownCaption[] {
  const left = shown.filter(({ changedAt }) => now - changedAt < STAYS_MS);
  return left.length === shown.length ? shown : left;
}
