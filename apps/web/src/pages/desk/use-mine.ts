import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/client';

/** The caller's own webinars, newest first, page by page. */
export function useMine() {
  return useInfiniteQuery({
    queryKey: ['GET /api/webinars', 'mine', 'pages'] as const,
    queryFn: ({ pageParam, signal }) => {
      const query = { scope: 'mine' as const, limit: 30, ...(pageParam === null ? {} : { cursor: pageParam }) };
      return api('GET /api/webinars', { query }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => ({ webinars: pages.flatMap(({ webinars }) => webinars) }),
    refetchInterval: 30_000,
  });
}
