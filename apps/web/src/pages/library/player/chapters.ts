import type { Chapter } from '@lectern/contracts';

/** Jumping to a chapter may land a hair before it. */
const HAIR = 0.05;

/** The place of the chapter in which a second lies; -1 before the first and where there are none. */
export const chapterAt = (chapters: readonly Chapter[], second: number): number =>
  chapters.findLastIndex(({ at }) => at <= second + HAIR);

/** Going back within so many seconds of a chapter's beginning leads to the one before it. */
const AGAIN = 3;

/** Where the next chapter (1) begins, or this one, or the one before it (-1); null when there is none further on. */
export function otherChapter(chapters: readonly Chapter[], second: number, step: 1 | -1): number | null {
  const now = chapterAt(chapters, second);
  if (step > 0) return chapters[now + 1]?.at ?? null;
  const begun = chapters[now]?.at ?? null;
  return begun === null || second - begun > AGAIN ? begun : (chapters[now - 1]?.at ?? begun);
}
