import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { isApiError } from '../api/errors';
import { NotFoundPage } from '../shell/not-found-page';
import { Problem } from './problem';

interface LoadedProps<T> {
  query: UseQueryResult<T>;
  /** Keeps the shape of what is coming. */
  skeleton: ReactNode;
  /** In the place of the whole page when there is no such thing. */
  missing?: ReactNode;
  children: (data: T) => ReactNode;
}

/** A query's three states; what is there stays while a refetch fails. */
export function Loaded<T>({ query, skeleton, missing, children }: LoadedProps<T>) {
  if (query.data !== undefined) return children(query.data);
  if (!query.error) return skeleton;
  if (isApiError(query.error, 'NOT_FOUND', 'GONE', 'VALIDATION_FAILED')) return missing ?? <NotFoundPage />;
  return <Problem error={query.error} onRetry={() => void query.refetch()} />;
}
