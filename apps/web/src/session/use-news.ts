import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query';
import { useMe } from './use-me';

/** What waits for the reader at the desk: contributions to look at, and answers to read. Asked for now and then. */
export function useNews(): { waiting: number; unread: number } {
  const { hasAccount } = useMe();
  const { data } = useQuery({
    ...apiQuery('GET /api/contributions/news'),
    enabled: hasAccount,
    refetchInterval: 60_000,
  });
  return data ?? { waiting: 0, unread: 0 };
}
