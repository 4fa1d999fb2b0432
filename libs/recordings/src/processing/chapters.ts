import type { Chapter } from '@lectern/contracts';

/** Where a chapter may begin. */
export type Mark = Omit<Chapter, 'kind'> & { kind: 'agenda' | 'slide' | 'question' };

/** A slide on which somebody stays for less was passed over. */
export const SLIDE_STAYS = 20;
const LONGEST_TITLE = 120;
/** So many chapters of one kind at most: the room between two grows with the recording. */
const MOST = { agenda: 50, question: 60, slide: 40 };
/** Seconds that a chapter of a kind keeps from those before and after it, at least. */
const ROOM = { agenda: 5, question: 15, slide: 30 };
/** What was planned goes before what was asked, and that before what was shown. */
const order = ['agenda', 'question', 'slide'] as const;

/**
 * Chapters of a recording in the order of time, the first at its beginning. Marks that stand too close are merged into
 * the more telling one, so that fast turning of slides does not make hundreds. None where nothing divides the recording.
 *
 * @param opening what the beginning is called when nothing marks it
 */
export function chaptersOf(marks: readonly Mark[], duration: number, opening: string): Chapter[] {
  const kept: Mark[] = [];
  for (const kind of order) {
    const room = Math.max(ROOM[kind], duration / MOST[kind]);
    for (const mark of inTime(marks.filter((each) => each.kind === kind)))
      if (isFree(mark, kept, room, duration)) kept.push(mark);
  }
  const chapters: Chapter[] = withoutRepeats(inTime(kept)).map((mark) => ({ ...mark, title: short(mark.title) }));
  const [first] = chapters;
  if (!first) return [];
  if (first.at <= ROOM.agenda) first.at = 0;
  else chapters.unshift({ at: 0, title: short(opening), kind: 'start' });
  return chapters.length > 1 ? chapters : [];
}

function isFree({ at, title }: Mark, kept: Mark[], room: number, duration: number): boolean {
  if (at < 0 || at > duration - ROOM.agenda || title.trim() === '') return false;
  return kept.every((other) => Math.abs(other.at - at) >= room);
}

/** Back on the slide that the chapter is about: the same chapter goes on. */
const withoutRepeats = (marks: Mark[]) =>
  marks.filter(({ kind, title }, i) => marks[i - 1]?.kind !== kind || marks[i - 1]?.title !== title);

const inTime = (marks: readonly Mark[]) => marks.toSorted((a, b) => a.at - b.at);

/** One line, cut at a word where there are words. */
function short(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST_TITLE) return line;
  const cut = line.slice(0, LONGEST_TITLE - 1);
  const space = cut.lastIndexOf(' ');
  return `${space > LONGEST_TITLE / 2 ? cut.slice(0, space) : cut}…`;
}
