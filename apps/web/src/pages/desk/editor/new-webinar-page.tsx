import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { api } from '../../../api/client';
import { ownTimeZone } from '../../../time/zoned';
import { PageHeading } from '../../../ui/page-heading';
import { newDraft, type WebinarBody } from './draft';
import { WebinarForm } from './webinar-form';

export function NewWebinarPage() {
  const { t } = useTranslation('desk');
  const [initial] = useState(() => newDraft(new Date(), ownTimeZone(), ['en']));
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = useMutation({
    mutationFn: (body: WebinarBody) => api('POST /api/webinars', { body }),
    onSuccess: async (webinar) => {
      void queries.invalidateQueries({ queryKey: ['GET /api/webinars'] });
      await navigate(`/w/${webinar.id}`, { state: { isNew: true } });
    },
  });
  return (
    <>
      <PageHeading title={t('editor.newTitle')} text={t('editor.newText')} />
      <WebinarForm
        initial={initial}
        action={t('editor.create')}
        isSaving={create.isPending}
        error={create.error}
        onSave={(body) => create.mutate(body)}
      />
    </>
  );
}
