import { JobState } from '@lectern/contracts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router-dom';
import { api } from '../../api/client';

/** The state looked for stands in the page's address. */
export function useJobFilter() {
  const [params, setParams] = useSearchParams();
  const state = JobState.safeParse(params.get('state')).data;
  return { state, look: (wanted?: JobState) => setParams(wanted ? { state: wanted } : {}, { replace: true }) };
}

/** Page by page; every two seconds while something is to be done, so that one sees it move. */
export function useJobs(state?: JobState) {
  return useInfiniteQuery({
    queryKey: ['GET /api/jobs', { state }] as const,
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(state && { state }), ...(pageParam !== null && { cursor: pageParam }) };
      return api('GET /api/jobs', { query }, signal);
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    select: ({ pages }) => ({ jobs: pages.flatMap(({ jobs }) => jobs), counts: pages.at(-1)?.counts }),
    refetchInterval: ({ state: { data } }) => {
      const counts = data?.pages.at(-1)?.counts;
      return counts && counts.running + counts.waiting > 0 ? 2_000 : 10_000;
    },
  });
}
