import { facetNames } from '@lectern/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { api } from '../../api/client';

export type FacetName = (typeof facetNames)[number];
export type Chosen = Readonly<Record<FacetName, readonly string[]>>;
export type Sort = 'relevance' | 'date';

/**
 * What is looked for stands in the page's address: it can be sent to somebody, and the way back leads to it.
 * @param fixed what the page itself is about: narrowed by that always, which is no choice of the reader
 */
export function useLibrarySearch(fixed: Partial<Chosen> = {}) {
  const [params, setParams] = useSearchParams();
  const q = params.get('q')?.trim().slice(0, 200) ?? '';
  const sort: Sort = params.get('sort') === 'date' ? 'date' : 'relevance';
  const chosen = Object.fromEntries(facetNames.map((name) => [name, listOf(params.get(name))])) as unknown as Chosen;
  const change = (part: Record<string, string>) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old);
        for (const [name, value] of Object.entries(part)) {
          if (value === '') next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { replace: true },
    );
  return {
    q,
    sort,
    chosen,
    fixed,
    narrowed: facetNames.reduce((sum, name) => sum + (fixed[name] ? 0 : chosen[name].length), 0),
    look: (wanted: string) => change({ q: wanted }),
    sortBy: (wanted: Sort) => change({ sort: wanted === 'date' ? 'date' : '' }),
    toggle: (name: FacetName, value: string) => change({ [name]: toggled(chosen[name], value).join('|') }),
    widen: () => change(Object.fromEntries(facetNames.map((name) => [name, '']))),
  };
}

export type LibrarySearch = ReturnType<typeof useLibrarySearch>;

/** The pages of what was found; the first one knows how many there are. */
export function useFound({ q, sort, chosen, fixed }: Pick<LibrarySearch, 'q' | 'sort' | 'chosen' | 'fixed'>) {
  const facets: Partial<Record<FacetName, string>> = {};
  for (const name of facetNames) {
    const values = fixed[name] ?? chosen[name];
    if (values.length > 0) facets[name] = values.join('|');
  }
  const query = { q, sort, limit: q === '' ? 24 : 20, ...facets };
  return useInfiniteQuery({
    queryKey: ['GET /api/search', query] as const,
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/search', { query: pageParam === null ? query : { ...query, cursor: pageParam } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    select: ({ pages }) => ({ hits: pages.flatMap(({ hits }) => hits), found: pages[0]?.found ?? null }),
  });
}

const listOf = (text: string | null): string[] => (text ?? '').split('|').filter((value) => value !== '');

export const toggled = (values: readonly string[], value: string): string[] =>
  values.includes(value) ? values.filter((other) => other !== value) : [...values, value];
