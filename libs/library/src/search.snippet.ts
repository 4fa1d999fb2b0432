import { isFoundAt, type Term, type WordPlace, wordPlaces } from './search.words';

const START = '\u0002';
const END = '\u0003';
const LENGTH = 24;
/** Words before the first one found. */
const LEAD = 6;

/** The part of a text in which the words of a search stand, each found word between U+0002 and U+0003. */
export function snippet(text: string, terms: Term[]): string {
  const places = wordPlaces(text);
  const first = places.findIndex((place) => isFoundAt(place, terms));
  const begin = Math.max(0, Math.min(first - LEAD, places.length - LENGTH));
  const shown = places.slice(begin, begin + LENGTH);
  const from = begin === 0 ? 0 : shown[0]!.start;
  const to = begin + LENGTH >= places.length ? text.length : shown.at(-1)!.end;
  const marked = mark(
    text.slice(0, to),
    from,
    shown.flatMap((place) => found(place, terms)),
  );
  return `${from > 0 ? '…' : ''}${marked}${to < text.length ? '…' : ''}`;
}

/** Of a pair of letters that begins with the one looked for, only that one. */
function found(place: WordPlace, terms: Term[]): { start: number; end: number }[] {
  const term = isFoundAt(place, terms);
  if (!term) return [];
  const { start, end, first } = place;
  return [{ start, end: first && term.word.length <= first.length ? first.end : end }];
}

/** Pairs overlap: what touches is marked as one. */
function mark(text: string, from: number, spans: { start: number; end: number }[]): string {
  let marked = '';
  let position = from;
  let open = false;
  for (const { start, end } of spans) {
    if (open && start > position) marked += END;
    if (!open || start > position) marked += `${text.slice(position, start)}${START}`;
    const next = Math.max(position, Math.min(end, text.length));
    marked += text.slice(Math.max(position, start), next);
    position = next;
    open = true;
  }
  return `${marked}${open ? END : ''}${text.slice(position)}`;
}
