import type { RestResponse } from '@lectern/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../../api/client';
import { apiQuery } from '../../api/query';
import { useLiveRoom, useRoom } from '../room-context';

type Told = RestResponse<'GET /api/webinars/:webinarId/recording-terms'>;

/** What must be agreed to before entering, as far as it is known; the server lets nobody in without it. */
export interface Consent {
  /** Null where nothing is to be agreed to. */
  wanted: Told | null;
  /** Agrees where that is wanted, then goes on. */
  before: (enter: () => void) => void;
  isPending: boolean;
  error: Error | null;
}

export function useConsent(): Consent {
  const { webinarId } = useLiveRoom().session;
  const queries = useQueryClient();
  const params = { webinarId };
  const options = apiQuery('GET /api/webinars/:webinarId/recording-terms', { params });
  const { data, refetch } = useQuery(options);
  // The server has refused us: what we knew is not so any more.
  const refused = useRoom((state) => state.consentAsked);
  useEffect(() => {
    if (refused) void refetch();
  }, [refused, refetch]);
  const agree = useMutation({
    mutationFn: (version: string) =>
      api('POST /api/webinars/:webinarId/recording-consent', { params, body: { version } }),
    onSuccess: (standing) => queries.setQueryData(options.queryKey, (old) => old && { ...old, standing }),
    // Somebody has changed the words meanwhile.
    onError: () => void refetch(),
  });
  const wanted = data && mustAgree(data) ? data : null;
  const before = (enter: () => void): void => {
    if (wanted) agree.mutate(wanted.terms.version, { onSuccess: enter });
    else enter();
  };
  return { wanted, before, isPending: agree.isPending, error: agree.error };
}

const mustAgree = ({ terms, running, standing }: Told): boolean =>
  (terms.planned || running) && standing?.consented !== true;
