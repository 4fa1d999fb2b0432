import './styles';
import type { ResourceDetail } from '@lectern/contracts';
import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router-dom';
import { apiQuery } from '../../api/query';
import { LanguageNames } from '../../languages/language-names';
import { formatDate, parseSecond } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { isApiError } from '../../api/errors';
import { Loaded } from '../../ui/loaded';
import { PageSkeleton } from '../../ui/page-skeleton';
import { PageTitle } from '../../ui/page-title';
import { About, InOtherLanguages } from './about';
import { Beside } from './beside';
import { ContributedView } from './contents/contributed-view';
import { PartOf } from './contents/parts';
import { Desk } from './details/desk';
import { Downloads } from './details/downloads';
import { Reuse } from './details/reuse';
import { Institutions } from './partners/institutions';
import { Playback } from './player/playback';
import { placeOf } from './player/resume';
import { useHeard } from './player/use-heard';
import { VideoPlayer } from './player/video-player';
import classes from './resource-page.module.css';
import { Tombstone } from './tombstone';
import { VersionNote } from './versions/version-note';

export function ResourcePage() {
  const { resourceId = '' } = useParams();
  const query = useQuery({
    ...apiQuery('GET /api/resources/:resourceId', { params: { resourceId } }),
    staleTime: 60_000,
  });
  if (isApiError(query.error, 'GONE')) return <Tombstone resourceId={resourceId} />;
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {(resource) =>
        resource.kind === 'recording' ? (
          <View key={resource.id} resource={resource} />
        ) : (
          <ContributedView key={resource.id} resource={resource} />
        )
      }
    </Loaded>
  );
}

function View({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const [playback] = useState(() => playbackFrom(placeOf(resource.id)));
  const heard = useHeard(resource);
  useSecondOfLink(playback);
  const by = resource.authors.length > 0 ? t('resource.by', { names: resource.authors.join(', ') }) : undefined;
  return (
    <>
      {resource.may.length > 1 && <Desk resource={resource} />}
      <div className={classes.columns}>
        <div className={classes.video}>
          <VideoPlayer resource={resource} playback={playback} heard={heard} />
        </div>
        <div className={classes.words}>
          <PageTitle title={resource.title} />
          <Title order={1} dir="auto">
            {resource.title}
          </Title>
          {by && (
            <Text size="lg" mt="xs">
              {by}
            </Text>
          )}
          <Institutions resource={resource} />
          <Facts resource={resource} />
          <VersionNote resource={resource} />
          {resource.description && (
            <Text className={classes.description} dir="auto">
              {resource.description}
            </Text>
          )}
          <InOtherLanguages resource={resource} />
          <PartOf resource={resource} />
        </div>
        <Beside resource={resource} playback={playback} heard={heard} />
        <div className={classes.reuse}>
          <About resource={resource} />
          <Reuse resource={resource} />
          <Downloads resource={resource} />
        </div>
      </div>
    </>
  );
}

function Facts({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const moment = useMoment();
  return (
    <Text c="dimmed" mt={4} mb="lg">
      <LanguageNames tags={resource.languages} />
      {resource.recordedAt &&
        ` · ${t('resource.recordedOn', { date: formatDate(new Date(resource.recordedAt), moment) })}`}
    </Text>
  );
}

/** Begins where one stopped watching, unless a link says otherwise. */
function playbackFrom(second: number | null): Playback {
  const playback = new Playback();
  if (second !== null) playback.seek(second, false);
  return playback;
}

/** `?t=73` jumps there: on arrival, and each time such a link of the page is pressed. */
function useSecondOfLink(playback: Playback) {
  const { search, key, state } = useLocation() as { search: string; key: string; state: { play?: boolean } | null };
  const play = state?.play === true;
  useEffect(() => {
    const second = parseSecond(new URLSearchParams(search).get('t'));
    if (second !== null) playback.seek(second, play);
  }, [playback, search, key, play]);
}
