import { z } from 'zod';
import { endpoint } from './endpoint';
import { Resource } from './library';

/** A place where the words of a search stand. */
export const SearchHit = z
  .object({
    resource: Resource,
    matches: z.array(
      z.object({
        kind: z.enum(['title', 'description', 'people', 'speech', 'question']),
        /** Seconds to jump to; null for what has no place in the video. */
        at: z.number().nullable(),
        speaker: z.string().nullable(),
        /** Of an interpreter's words the language: they are heard in its channel. Null for all else. */
        channel: z.string().nullable(),
        /** Plain text; the found words stand between U+0002 and U+0003. */
        snippet: z.string(),
      }),
    ),
  })
  .meta({ id: 'SearchHit' });
export type SearchHit = z.infer<typeof SearchHit>;

/** What a search can be narrowed by. */
export const facetNames = ['language', 'kind', 'licence', 'year', 'institution'] as const;

const FacetCounts = z.array(
  z.object({
    value: z.string(),
    count: z.number().int(),
    /** Of an institution: the end of its page's address. */
    slug: z.string().optional(),
  }),
);

/** For each facet its values, the most frequent first, with how many resources there would be with that value. */
export const SearchFacets = z
  .object({
    language: FacetCounts,
    kind: FacetCounts,
    licence: FacetCounts,
    year: FacetCounts,
    institution: FacetCounts,
  } satisfies Record<(typeof facetNames)[number], z.ZodType>)
  .meta({ id: 'SearchFacets' });
export type SearchFacets = z.infer<typeof SearchFacets>;

/** Values of one facet, any of which is enough: in an address separated by `|`, as names may hold commas. */
const Chosen = z
  .string()
  .max(1_000)
  .default('')
  .transform((value) => [...new Set(value.split('|').filter((part) => part !== ''))])
  .pipe(z.array(z.string()).max(30));

const SearchCursor = z
  .string()
  .regex(/^[0-3]\.\d{1,16}$/, 'Not a cursor of this search.')
  .transform((value) => {
    const [place, before] = value.split('.').map(Number) as [number, number];
    return { place, before };
  });

export const searchEndpoints = {
  'GET /api/search': endpoint({
    summary:
      'Full-text search over titles, descriptions, people, speech and questions of published resources; without words, all of them.',
    access: 'public',
    query: z.object({
      q: z.string().trim().max(200).default(''),
      language: Chosen,
      kind: Chosen,
      licence: Chosen,
      year: Chosen,
      institution: Chosen,
      /** By relevance: title before description before speech and questions, and the newest first within each. */
      sort: z.enum(['relevance', 'date']).default('relevance'),
      cursor: SearchCursor.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({
      hits: z.array(SearchHit),
      nextCursor: z.string().nullable(),
      /** How many resources there are, and how they divide; on the first page only. */
      found: z.object({ total: z.number().int(), facets: SearchFacets }).nullable(),
    }),
  }),
} as const;
