import './styles';
import type { ResourceDetail } from '@lectern/contracts';
import { Anchor, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { apiQuery } from '../../../api/query';
import { Loaded } from '../../../ui/loaded';
import { PageSkeleton } from '../../../ui/page-skeleton';
import { PageTitle } from '../../../ui/page-title';
import classes from './editor.module.css';
import { TranscriptEditor } from './transcript-editor';

/** Where a transcript is put right, beside its video. */
export function TranscriptPage() {
  const { resourceId = '' } = useParams();
  const resource = useQuery({
    ...apiQuery('GET /api/resources/:resourceId', { params: { resourceId } }),
    staleTime: Infinity,
  });
  return (
    <Loaded query={resource} skeleton={<PageSkeleton />}>
      {(found) => <Page key={found.id} resource={found} />}
    </Loaded>
  );
}

function Page({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  // What is on the server now, each time that the page is opened; afterwards the draft is what counts.
  const latest = useQuery({
    ...apiQuery('GET /api/resources/:resourceId/transcript', { params: { resourceId: resource.id } }),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  return (
    <>
      <PageTitle title={t('editor.title')} />
      <div className={classes.heading}>
        <Title order={1}>{t('editor.title')}</Title>
        <Anchor component={Link} to={`/library/${resource.id}`}>
          <bdi>{resource.title}</bdi>
        </Anchor>
      </div>
      <Loaded query={latest} skeleton={<PageSkeleton />}>
        {(transcript) => <TranscriptEditor resource={resource} latest={transcript} />}
      </Loaded>
    </>
  );
}
