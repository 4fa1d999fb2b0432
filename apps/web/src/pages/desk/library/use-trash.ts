import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';

const KEY = 'GET /api/trash';

/** What is in the trash, page by page. */
export function useTrash() {
  return useInfiniteQuery({
    queryKey: [KEY] as const,
    queryFn: ({ pageParam, signal }) => api(KEY, { query: pageParam === null ? {} : { cursor: pageParam } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    select: ({ pages }) => pages.flatMap((page) => page.resources),
  });
}

/** Takes something out of the trash: back, or away for good. */
export function useLeaveTrash(resourceId: string) {
  const queries = useQueryClient();
  const params = { resourceId };
  return useMutation({
    mutationFn: async (way: 'restore' | 'purge') => {
      if (way === 'restore') await api('POST /api/resources/:resourceId/restore', { params });
      else await api('POST /api/resources/:resourceId/purge', { params });
    },
    onSuccess: async () => {
      for (const key of ['GET /api/resources', 'GET /api/resources/:resourceId', 'GET /api/contributions'])
        void queries.invalidateQueries({ queryKey: [key] });
      await queries.invalidateQueries({ queryKey: [KEY] });
    },
  });
}
