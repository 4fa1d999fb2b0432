import '../library/styles';
import type { ResourceDetail } from '@lectern/contracts';
import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router-dom';
import { apiQuery } from '../../api/query';
import { Loaded } from '../../ui/loaded';
import { PageTitle } from '../../ui/page-title';
import { Playback } from '../library/player/playback';
import { useHeard } from '../library/player/use-heard';
import { VideoPlayer } from '../library/player/video-player';
import classes from './embed-page.module.css';

/** The player alone, for the pages of others. */
export function EmbedPage() {
  const { t } = useTranslation('library');
  const { resourceId = '' } = useParams();
  const query = useQuery({
    ...apiQuery('GET /api/resources/:resourceId', { params: { resourceId } }),
    staleTime: 60_000,
  });
  const missing = <p className={classes.gone}>{t('embed.gone')}</p>;
  return (
    <main className={classes.page}>
      <Loaded query={query} skeleton={<div className={classes.wait} />} missing={missing}>
        {(resource) => <Embedded resource={resource} />}
      </Loaded>
    </main>
  );
}

function Embedded({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const [playback] = useState(() => new Playback());
  const heard = useHeard(resource);
  return (
    <>
      <PageTitle title={resource.title} />
      <Anchor href={`/library/${resource.id}`} target="_blank" rel="noopener" className={classes.title} dir="auto">
        {t('embed.open', { title: resource.title })}
      </Anchor>
      <VideoPlayer resource={resource} playback={playback} heard={heard} bare />
    </>
  );
}
