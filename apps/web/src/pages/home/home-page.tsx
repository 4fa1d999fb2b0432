import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { apiQuery } from '../../api/query';
import { GridSkeleton, ResourceGrid } from '../../library/resource-grid';
import { formatZone } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { Loaded } from '../../ui/loaded';
import { PageHeading } from '../../ui/page-heading';
import { Section } from '../../ui/section';
import { ListSkeleton } from '../../webinars/list-skeleton';
import { ProgrammeView } from './programme-view';

export function HomePage() {
  const { t } = useTranslation('home');
  const moment = useMoment();
  const programme = useQuery({
    ...apiQuery('GET /api/webinars', { query: { scope: 'upcoming', limit: 100 } }),
    refetchInterval: 30_000,
  });
  return (
    <>
      <PageHeading title={t('title')} text={t('zone', { zone: formatZone(new Date(), moment) })} />
      <Loaded query={programme} skeleton={<ListSkeleton />}>
        {({ webinars }) => <ProgrammeView webinars={webinars} />}
      </Loaded>
      <Latest />
    </>
  );
}

function Latest() {
  const { t } = useTranslation('home');
  const latest = useQuery(apiQuery('GET /api/resources', { query: { limit: 3 } }));
  if (latest.data?.resources.length === 0) return null;
  const all = (
    <Anchor component={Link} to="/library">
      {t('latest.all')}
    </Anchor>
  );
  return (
    <Section title={t('latest.title')} aside={all}>
      <Loaded query={latest} skeleton={<GridSkeleton />}>
        {({ resources }) => <ResourceGrid resources={resources} />}
      </Loaded>
    </Section>
  );
}
