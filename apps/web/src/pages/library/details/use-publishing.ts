import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../api/client';

/** `mutate(true)` publishes, `mutate(false)` takes it back to draft. */
export function usePublishing(resourceId: string) {
  const refresh = useRefreshResources();
  const params = { resourceId };
  return useMutation({
    mutationFn: (publish: boolean) =>
      publish
        ? api('POST /api/resources/:resourceId/publish', { params })
        : api('POST /api/resources/:resourceId/unpublish', { params }),
    onSuccess: refresh,
  });
}

export function useRefreshResources() {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['GET /api/resources'] });
    void queries.invalidateQueries({ queryKey: ['GET /api/search'] });
    await queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId'] });
  };
}
