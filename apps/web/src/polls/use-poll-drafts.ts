import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../api/client';
import { bodyOf, type PollDraft } from './draft';

/** @param pollId the draft to change; a new one without it */
export function useSavePoll(webinarId: string, pollId: string | undefined) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (draft: PollDraft) => {
      const body = bodyOf(draft);
      if (!pollId) return api('POST /api/webinars/:webinarId/polls', { params: { webinarId }, body });
      return api('PUT /api/webinars/:webinarId/polls/:pollId', { params: { webinarId, pollId }, body });
    },
    onSuccess,
  });
}

export function useDeletePoll(webinarId: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (pollId: string) =>
      api('DELETE /api/webinars/:webinarId/polls/:pollId', { params: { webinarId, pollId } }),
    onSuccess,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['GET /api/webinars/:webinarId/polls'] });
}
