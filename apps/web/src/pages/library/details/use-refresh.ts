import { useQueryClient } from '@tanstack/react-query';

export function useRefreshResources() {
  const queries = useQueryClient();
  return async () => {
    void queries.invalidateQueries({ queryKey: ['GET /api/resources'] });
    void queries.invalidateQueries({ queryKey: ['GET /api/search'] });
    void queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId/versions'] });
    void queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId/versions/:number'] });
    await queries.invalidateQueries({ queryKey: ['GET /api/resources/:resourceId'] });
  };
}
