import type { EndpointKey } from '@lectern/contracts';
import { QueryClient, queryOptions } from '@tanstack/react-query';
import { api, type ApiArguments } from './client';
import { isApiError } from './errors';

/** Query options of one endpoint; its key starts with the endpoint's, so `invalidateQueries({queryKey: [key]})` meets all. */
export function apiQuery<K extends EndpointKey>(key: K, ...args: ApiArguments<K>) {
  const [request] = args;
  return queryOptions({
    queryKey: [key, request ?? {}] as const,
    queryFn: ({ signal }) => api(key, ...([request, signal] as unknown as ApiArguments<K>)),
  });
}

export function makeQueryClient(): QueryClient {
  const retry = (failures: number, error: Error) => failures < 2 && isApiError(error) && error.retryable;
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 15_000, retry, retryDelay: (attempt) => 600 * 2 ** attempt },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
