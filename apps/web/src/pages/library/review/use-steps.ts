import type { RestRequest } from '@lectern/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useRefreshResources } from '../details/use-refresh';

/** One step on a resource's way; what it changed is looked up again before it counts as done. */
export type Step =
  | { step: 'publish' | 'take-back' | 'restore' }
  | { step: 'withdraw' | 'trash'; reason: string }
  | ({ step: 'submit' } & RestRequest<'POST /api/resources/:resourceId/submit'>['body'])
  | ({ step: 'decide' } & RestRequest<'POST /api/resources/:resourceId/review'>['body']);

export function useSteps(resourceId: string, onDone: () => void = () => undefined) {
  const refresh = useRefreshReview();
  return useMutation({
    mutationFn: (step: Step) => take(resourceId, step),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
}

function take(resourceId: string, step: Step) {
  const params = { resourceId };
  switch (step.step) {
    case 'publish':
      return api('POST /api/resources/:resourceId/publish', { params });
    case 'take-back':
      return api('POST /api/resources/:resourceId/take-back', { params });
    case 'withdraw':
      return api('POST /api/resources/:resourceId/unpublish', { params, body: { reason: step.reason } });
    case 'trash':
      return api('POST /api/resources/:resourceId/trash', { params, body: { reason: step.reason } });
    case 'restore':
      return api('POST /api/resources/:resourceId/restore', { params });
    case 'submit':
      return api('POST /api/resources/:resourceId/submit', { params, body: step });
    case 'decide':
      return api('POST /api/resources/:resourceId/review', { params, body: step });
  }
}

/** After what changes a thread, and with it the lists of the desk. */
export function useRefreshReview() {
  const queries = useQueryClient();
  const refresh = useRefreshResources();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['GET /api/contributions'] });
    void queries.invalidateQueries({ queryKey: ['GET /api/contributions/news'] });
    void queries.invalidateQueries({ queryKey: ['GET /api/trash'] });
    void queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId/review'] });
    await refresh();
  };
}
