import type { SearchHit } from '@lectern/contracts';
import { words } from './search.words';

export type EntryKind = SearchHit['matches'][number]['kind'];

/** One text of a resource, as it is found and shown. */
export interface SearchEntry {
  /** What it comes from: the id of a cue or question, or the kind where there is one of it. */
  source: string;
  kind: EntryKind;
  body: string;
  /** Second of the video; null for what has no place in it. */
  at: number | null;
  speaker: string | null;
}

/** All words of a resource by where they stand; each once. */
export interface DocumentWords {
  title: string[];
  about: string[];
  rest: string[];
}

// A tsvector holds 1 MiB of words. More than this is some fifty hours of speech.
const MOST_BYTES = 1_000_000;

/** @param entries the texts' words, divided by spaces */
export function documentWords(entries: { kind: EntryKind; words: string }[]): DocumentWords {
  const found = new Set<string>();
  let bytes = 0;
  const collect = (kinds: EntryKind[]) => {
    const collected: string[] = [];
    for (const entry of entries)
      if (kinds.includes(entry.kind))
        for (const word of entry.words.split(' ')) {
          if (word === '' || found.has(word) || (bytes += Buffer.byteLength(word)) > MOST_BYTES) continue;
          found.add(word);
          collected.push(word);
        }
    return collected;
  };
  // In this order: a word that stands in the title is not counted again further down.
  return {
    title: collect(['title']),
    about: collect(['description', 'people']),
    rest: collect(['speech', 'question']),
  };
}

/** As a text's words are kept: each between spaces, so that a whole word can be looked for. */
export const entryWords = (body: string): string => ` ${words(body).join(' ')} `;

const PER_MILLISECOND = 1_024;

/** The numbers of resources published in one millisecond: later ones are greater, and exact as a double until 2248. */
export function documentNumbers(publishedAt: string): { first: number; last: number } {
  const first = Date.parse(publishedAt) * PER_MILLISECOND;
  return { first, last: first + PER_MILLISECOND - 1 };
}
