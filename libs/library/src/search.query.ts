import type { Term } from './search.words';

/**
 * Where the words of a search stand. The nearer to the title, the better; what stands in a better place is not counted
 * again in a worse one. `any` is all of them together.
 */
export const places = ['title', 'about', 'rest', 'any'] as const;
export type Place = (typeof places)[number];

/** FTS5 query. Quoted: no word is an operator. */
export function toFts5(terms: Term[], place: Place): string {
  const all = terms.map(({ word, open }) => `"${word}"${open ? '*' : ''}`).join(' AND ');
  const title = `{title} : (${all})`;
  const about = `{title about} : (${all})`;
  if (place === 'title') return title;
  if (place === 'about') return `(${about}) NOT (${title})`;
  return place === 'rest' ? `(${all}) NOT (${about})` : all;
}

/** PostgreSQL tsquery: words only, so that nothing in them needs to be escaped. */
export function toTsQuery(terms: Term[]): string {
  return terms.map(({ word, open }) => `'${word}'${open ? ':*' : ''}`).join(' & ');
}

/** The same for one text, kept as ` word word `: what must stand in it for each term. */
export const toNeedles = (terms: Term[]): string[] => terms.map(({ word, open }) => ` ${word}${open ? '' : ' '}`);
