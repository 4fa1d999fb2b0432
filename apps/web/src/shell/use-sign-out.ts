import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router-dom';
import { api } from '../api/client';

/** Nothing that was fetched for this person stays in memory. */
export function useSignOut() {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => api('DELETE /api/sessions/current'),
    onSuccess: async () => {
      await navigate('/');
      queries.clear();
      await queries.refetchQueries();
    },
  });
}
