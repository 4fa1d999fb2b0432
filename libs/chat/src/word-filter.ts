import type { WordList } from '@lectern/contracts';

// What is not seen, or may be left out: soft hyphens, joiners, and the points of Arabic and Hebrew with the tatweel.
const loose = /[\u00ad\u200b-\u200d\u2060\ufeff\u0640]|[\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** A text as it is compared in one language: without case (the Turkish İ is an i in Turkish alone), width and points. */
function foldIn(text: string, language: string): string {
  // Up, then down: so that ß is ss, as full case folding has it.
  const caseless = text.normalize('NFKC').replace(loose, '').toLocaleUpperCase(language).toLocaleLowerCase(language);
  return caseless.replaceAll('ς', 'σ').replace(/\s+/g, ' ').trim();
}

const MOST_SEGMENTERS = 64;
const segmenters = new Map<string, Intl.Segmenter>();

/** Making one costs far more than using it. */
function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known) return known;
  if (segmenters.size >= MOST_SEGMENTERS) segmenters.delete(segmenters.keys().next().value!);
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** Where words begin and end, by UAX #29; in scripts without spaces by dictionary. */
function boundariesOf(text: string, language: string): Set<number> {
  const boundaries = new Set([text.length]);
  for (const { index } of segmenterOf(language).segment(text)) boundaries.add(index);
  return boundaries;
}

/** Whether a text has one of the words or phrases in it, whole: "ass" is not in "class". */
export function hasListedWord(text: string, lists: readonly WordList[]): boolean {
  return lists.some((list) => hasWordOf(text, list));
}

function hasWordOf(text: string, { language, words }: WordList): boolean {
  const folded = foldIn(text, language);
  let boundaries: Set<number> | undefined;
  return words.some((word) => {
    const wanted = foldIn(word, language);
    if (!wanted) return false;
    for (let at = folded.indexOf(wanted); at >= 0; at = folded.indexOf(wanted, at + 1)) {
      boundaries ??= boundariesOf(folded, language);
      if (boundaries.has(at) && boundaries.has(at + wanted.length)) return true;
    }
    return false;
  });
}
