import { fold } from './search.fold';

/** Scripts that put no spaces between words. */
const SPACELESS = ['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tai_Tham', 'Tibetan'];
const scripts = SPACELESS.map((script) => `\\p{scx=${script}}`).join('');
// Thai and Lao write "am" as one character or as two; halfwidth Japanese has its voice marks apart. Khmer and Thai
// texts from the web hold zero-width spaces, in some places and not in others.
const TAIL = '(?:\\p{M}|[\\u0e33\\u0eb3\\uff9e\\uff9f\\u200b-\\u200d\\u2060]|(?<=\\u0e4d)\\u0e32|(?<=\\u0ecd)\\u0eb2)*';
const UNIT = `(?=\\p{L})[${scripts}]${TAIL}`;
// Marks belong to their letters: without them words of many scripts would fall to pieces.
const WORD = `(?:(?!${UNIT})[\\p{L}\\p{N}\\p{M}\\u00ad\\u200d])+`;
const RUN_OR_WORD = new RegExp(`(?<run>(?:${UNIT})+)|${WORD}`, 'gu');
const EACH_UNIT = new RegExp(UNIT, 'gu');

/** Longer ones are compared by their beginning: a database's index takes no more. */
const LONGEST = 64;

/** A place in a text where a word stands. */
export interface WordPlace {
  /** As it is compared: folded. */
  word: string;
  start: number;
  end: number;
  /** In writing without spaces the word is a pair of letters: how long the first is, folded, and where it ends. */
  first?: { length: number; end: number };
}

/** A stretch of a text: one word, or letters written without spaces. */
interface Stretch {
  units: { text: string; start: number; end: number }[];
  spaceless: boolean;
}

function stretches(text: string): Stretch[] {
  return [...text.matchAll(RUN_OR_WORD)].map(({ 0: found, index, groups }) => {
    const pieces = groups?.run === undefined ? [{ 0: found, index: 0 }] : [...found.matchAll(EACH_UNIT)];
    const units = pieces.map((piece) => {
      const start = index + piece.index;
      return { text: fold(piece[0]).slice(0, LONGEST), start, end: start + piece[0].length };
    });
    return { units: units.filter((unit) => unit.text !== ''), spaceless: groups?.run !== undefined };
  });
}

/**
 * The words of a text in any script, as both databases get them, so that all find the same. Writing without spaces is
 * cut into overlapping pairs of letters, and the last letter alone: at each letter one of them begins.
 */
export function wordPlaces(text: string): WordPlace[] {
  return stretches(text).flatMap(({ units, spaceless }) =>
    units.map(({ text: word, start, end }, index): WordPlace => {
      if (!spaceless) return { word, start, end };
      const next = units[index + 1];
      return { word: word + (next?.text ?? ''), start, end: next?.end ?? end, first: { length: word.length, end } };
    }),
  );
}

export const words = (text: string): string[] => wordPlaces(text).map(({ word }) => word);

/** A word that is looked for, or, `open`, the beginning of one. */
export interface Term {
  word: string;
  open: boolean;
}

/** What a search asks for. The last word may be unfinished: results come while typing. */
export function searchTerms(text: string): Term[] {
  const terms = stretches(text).flatMap(({ units, spaceless }): Term[] => {
    if (!spaceless || units.length === 1) return units.map((unit) => ({ word: unit.text, open: spaceless }));
    return units.slice(1).map((unit, index) => ({ word: units[index]!.text + unit.text, open: false }));
  });
  const unique = new Map(
    terms.map((term, index) => [term.word, { ...term, open: term.open || index === terms.length - 1 }]),
  );
  return [...unique.values()].slice(0, MOST_TERMS);
}

const MOST_TERMS = 16;

export const isFoundAt = (place: WordPlace, terms: Term[]): Term | undefined =>
  terms.find(({ word, open }) => (open ? place.word.startsWith(word) : place.word === word));
