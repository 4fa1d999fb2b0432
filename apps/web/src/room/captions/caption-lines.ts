import type { Caption } from '@lectern/contracts';

export interface ShownCaption extends Caption {
  /** This device's clock, in ms. */
  changedAt: number;
}

/** Several may speak at once; more than two lines nobody reads. */
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
  return [...byId.values()].slice(-MOST);
}

/** Without those that have stood long enough. */
export function stillShown(shown: readonly ShownCaption[], now: number): readonly ShownCaption[] {
  const left = shown.filter(({ changedAt }) => now - changedAt < STAYS_MS);
  return left.length === shown.length ? shown : left;
}
