import { useMutation } from '@tanstack/react-query';
import { api } from '../../../api/client';
import { useRefreshResources } from '../details/use-refresh';

type Step = { step: 'restore' | 'forget' } | { step: 'describe'; note: string };

/** One thing that is done with a version; what it changed is looked up again before it counts as done. */
export function useVersionStep(resourceId: string, number: number, onDone: () => void) {
  const refresh = useRefreshResources();
  return useMutation({
    mutationFn: (step: Step) => take({ resourceId, number: String(number) }, step),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
}

export type VersionStep = ReturnType<typeof useVersionStep>;

function take(params: { resourceId: string; number: string }, step: Step) {
  switch (step.step) {
    case 'restore':
      return api('POST /api/resources/:resourceId/versions/:number/restore', { params });
    case 'forget':
      return api('DELETE /api/resources/:resourceId/versions/:number', { params });
    case 'describe':
      return api('PUT /api/resources/:resourceId/versions/:number/note', { params, body: { note: step.note } });
  }
}
