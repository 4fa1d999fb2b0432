import type { RestResponse } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { apiQuery } from '../../api/query';
import { lazyPage } from '../../lazy-page';
import { Loaded } from '../../ui/loaded';
import { PageHeading } from '../../ui/page-heading';
import { PageSkeleton } from '../../ui/page-skeleton';
import { StatusPill } from '../../ui/status-pill';
import { AgendaList } from '../../webinars/agenda-list';
import { WebinarFacts } from '../../webinars/webinar-facts';
import { Links } from './links';
import { Polls } from './polls';
import { OwnRecording } from './own-recording';
import { RecordingSection } from './recording-section';
import { Recordings } from './recordings';
import classes from './webinar-page.module.css';
import { WebinarActions } from './webinar-actions';

const MaterialSection = lazyPage(
  async () => (await import('../../materials/material-section')).MaterialSection,
  'materials',
);

export function WebinarPage() {
  const { webinarId = '' } = useParams();
  const query = useQuery({
    ...apiQuery('GET /api/webinars/:webinarId', { params: { webinarId } }),
    // So that the button changes by itself when the host goes live.
    refetchInterval: ({ state }) => (state.data?.webinar.status === 'ended' ? false : 15_000),
  });
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {(data) => <View data={data} />}
    </Loaded>
  );
}

function View({ data }: { data: RestResponse<'GET /api/webinars/:webinarId'> }) {
  const { t } = useTranslation('webinar');
  const { webinar, hostName, myRole } = data;
  const prepares = myRole === 'host' || myRole === 'cohost' || myRole === 'presenter';
  const runsIt = myRole === 'host' || myRole === 'cohost';
  const over = webinar.status === 'ended';
  return (
    <>
      <PageHeading
        title={webinar.title}
        text={t('by', { name: hostName })}
        above={<StatusPill status={webinar.status} />}
      />
      <div className={classes.columns}>
        <aside className={classes.card}>
          <WebinarFacts webinar={webinar} />
          <WebinarActions webinar={webinar} myRole={myRole} />
          {myRole && <OwnRecording webinarId={webinar.id} over={over} />}
        </aside>
        <div className={classes.main}>
          {webinar.description && (
            <Text className={classes.description} dir="auto">
              {webinar.description}
            </Text>
          )}
          <AgendaList webinar={webinar} />
          {/* What a host needs next stands first: before it the links to send, afterwards the recording. */}
          {runsIt &&
            (over ? (
              <Recordings webinarId={webinar.id} />
            ) : (
              <Links webinarId={webinar.id} languages={webinar.languages} />
            ))}
          {runsIt && !over && <RecordingSection webinarId={webinar.id} />}
          {(runsIt || myRole === 'moderator') && <Polls webinarId={webinar.id} over={over} />}
          {prepares && !over && (
            <Suspense fallback={null}>
              <MaterialSection webinarId={webinar.id} />
            </Suspense>
          )}
          {runsIt && !over && <Recordings webinarId={webinar.id} />}
        </div>
      </div>
    </>
  );
}
