import type { RestRequest } from '@lectern/contracts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../../api/client';

export type Scope = NonNullable<RestRequest<'GET /api/contributions'>['query']['scope']>;

/** One of the lists, page by page. */
export function useContributions(scope: Scope) {
  return useInfiniteQuery({
    queryKey: ['GET /api/contributions', scope] as const,
    queryFn: ({ pageParam, signal }) => {
      const query = { scope, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api('GET /api/contributions', { query }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.contributions),
    refetchInterval: 60_000,
  });
}
