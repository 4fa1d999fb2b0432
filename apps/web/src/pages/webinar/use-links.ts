import type { Role } from '@lectern/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/client';

export function useMakeLink(webinarId: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (role: Role) =>
      api('POST /api/webinars/:webinarId/invitations', { params: { webinarId }, body: { role } }),
    onSuccess,
  });
}

export function useRevokeLink(webinarId: string) {
  const onSuccess = useRefresh();
  return useMutation({
    mutationFn: (invitationId: string) =>
      api('DELETE /api/webinars/:webinarId/invitations/:invitationId', { params: { webinarId, invitationId } }),
    onSuccess,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['GET /api/webinars/:webinarId/invitations'] });
}
