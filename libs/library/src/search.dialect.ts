import { type Place, toFts5, toTsQuery } from './search.query';
import type { Term } from './search.words';

/** A part of a statement, with its parameters. */
export interface Part {
  text: string;
  parameters: unknown[];
}

/** What one database says in its own way. */
export interface SearchDialect {
  /** Selects `id`, `resource_id` and `facets` of the resources found; the newest have the greatest ids. */
  found(terms: Term[], place: Place, before: number | null): Part;
  /** The order of a page of what was found. */
  newest(terms: Term[]): string;
  /** A condition: the column is one of these numbers. */
  among(column: string, numbers: number[]): Part;
  /** 1 where `words` hold the parameter, else 0. */
  holds: string;
}

export const sqliteSearch: SearchDialect = {
  found(terms, place, before) {
    if (terms.length === 0) return where(ALL, [], before, 'id');
    // CROSS JOIN: FTS5 first, which hands its rows out by number, downwards if asked to.
    const text = `SELECT search_words.rowid AS id, d.resource_id, d.facets
      FROM search_words CROSS JOIN search_document d ON d.id = search_words.rowid`;
    const matching = { text: 'search_words MATCH ?', parameters: [toFts5(terms, place)] };
    return where(text, [matching], before, 'search_words.rowid');
  },
  newest: () => 'id DESC',
  among: (column, numbers) => ({
    text: `${column} IN (SELECT value FROM json_each(?))`,
    parameters: [JSON.stringify(numbers)],
  }),
  holds: '(instr(words, ?) > 0)',
};

// All by the indexes: to look into the words themselves, which lie apart from their rows, would take far longer.
const conditions: Record<Place, string[]> = {
  title: ['title @@ ?::tsquery'],
  about: ['about @@ ?::tsquery', 'id NOT IN (SELECT id FROM search_document WHERE title @@ ?::tsquery)'],
  rest: ['words @@ ?::tsquery', 'id NOT IN (SELECT id FROM search_document WHERE about @@ ?::tsquery)'],
  any: ['words @@ ?::tsquery'],
};

export const postgresSearch: SearchDialect = {
  found(terms, place, before) {
    const query = toTsQuery(terms);
    const matching = terms.length === 0 ? [] : conditions[place].map((text) => ({ text, parameters: [query] }));
    return where(ALL, matching, before, 'id');
  },
  // An expression: else it would sometimes walk through all resources by their numbers, and look into the words of each.
  newest: (terms) => (terms.length === 0 ? 'id DESC' : 'id + 0 DESC'),
  among: (column, numbers) => ({ text: `${column} = ANY (?::bigint[])`, parameters: [numbers] }),
  holds: '(strpos(words, ?) > 0)::int',
};

const ALL = 'SELECT id, resource_id, facets FROM search_document';

function where(text: string, parts: Part[], before: number | null, id: string): Part {
  const all = before === null ? parts : [...parts, { text: `${id} < ?`, parameters: [before] }];
  if (all.length === 0) return { text, parameters: [] };
  return {
    text: `${text} WHERE ${all.map((part) => part.text).join(' AND ')}`,
    parameters: all.flatMap((part) => part.parameters),
  };
}
