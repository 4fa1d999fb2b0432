import type { Webinar } from '@lectern/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router-dom';
import { api } from '../../../api/client';
import { apiQuery } from '../../../api/query';
import { Loaded } from '../../../ui/loaded';
import { PageHeading } from '../../../ui/page-heading';
import { PageSkeleton } from '../../../ui/page-skeleton';
import { draftOf, type WebinarBody } from './draft';
import { WebinarForm } from './webinar-form';

export function EditWebinarPage() {
  const { t } = useTranslation('desk');
  const { id = '' } = useParams();
  const webinar = useQuery({
    ...apiQuery('GET /api/webinars/:webinarId', { params: { webinarId: id } }),
    // A refetch must not take what is being typed.
    refetchOnWindowFocus: false,
  });
  return (
    <>
      <PageHeading title={t('editor.editTitle')} />
      <Loaded query={webinar} skeleton={<PageSkeleton />}>
        {(data) => <Editor webinar={data.webinar} />}
      </Loaded>
    </>
  );
}

function Editor({ webinar }: { webinar: Webinar }) {
  const { t } = useTranslation('desk');
  const queries = useQueryClient();
  const navigate = useNavigate();
  const save = useMutation({
    mutationFn: (body: WebinarBody) =>
      api('PATCH /api/webinars/:webinarId', { params: { webinarId: webinar.id }, body }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['GET /api/webinars/:webinarId'] });
      void queries.invalidateQueries({ queryKey: ['GET /api/webinars'] });
      await navigate(`/w/${webinar.id}`);
    },
  });
  return (
    <WebinarForm
      initial={draftOf(webinar)}
      action={t('editor.save')}
      isSaving={save.isPending}
      error={save.error}
      onSave={(body) => save.mutate(body)}
    />
  );
}
