import type { Me } from '@lectern/contracts';
import { useQuery } from '@tanstack/react-query';
import { apiQuery } from '../api/query';

export interface Session {
  /** undefined while it is not known. */
  me: Me | null | undefined;
  /** Signed in with an account: may schedule webinars. Guests came by an invitation. */
  hasAccount: boolean;
}

export function useMe(): Session {
  const { data } = useQuery({ ...apiQuery('GET /api/me'), staleTime: 60_000 });
  const me = data?.me;
  return { me, hasAccount: !!me && me.siteRole !== 'guest' };
}
