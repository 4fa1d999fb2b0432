import '../../desk/editor/styles';
import type { RestRequest } from '@lectern/contracts';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { api } from '../../../api/client';
import { PageHeading } from '../../../ui/page-heading';
import { ContributeForm } from './contribute-form';

type NewResource = RestRequest<'POST /api/resources'>['body'];

/** Begins a contribution; its files and parts are added on its own page. */
export function ContributePage() {
  const { t } = useTranslation('library');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (body: NewResource) => api('POST /api/resources', { body }),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['GET /api/resources'] });
      await navigate(`/library/${id}`);
    },
  });
  return (
    <>
      <PageHeading title={t('contribute.title')} text={t('contribute.text')} />
      <ContributeForm error={create.error} isSaving={create.isPending} onSave={(body) => create.mutate(body)} />
    </>
  );
}
