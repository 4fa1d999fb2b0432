import type { Partner } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconBuildingBank } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { api } from '../../../api/client';
import { Loaded } from '../../../ui/loaded';
import { Message } from '../../../ui/message';
import { PageHeading } from '../../../ui/page-heading';
import { ListSkeleton } from '../../../webinars/list-skeleton';
import { CountryName } from './country';
import classes from './partners.module.css';

/** Who gives to the library, and how much. */
export function PartnersPage() {
  const { t } = useTranslation(['library', 'common']);
  const query = usePartners();
  return (
    <>
      <PageHeading title={t('partners.title')} text={t('partners.text')} />
      <Loaded query={query} skeleton={<ListSkeleton />}>
        {(partners) => (partners.length === 0 ? <Nobody /> : <List partners={partners} />)}
      </Loaded>
      {query.hasNextPage && (
        <Button variant="default" mt="xl" loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('common:showMore')}
        </Button>
      )}
    </>
  );
}

function usePartners() {
  return useInfiniteQuery({
    queryKey: ['GET /api/partners'] as const,
    queryFn: ({ pageParam, signal }) =>
      api('GET /api/partners', { query: pageParam === null ? {} : { after: pageParam } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    select: ({ pages }) => pages.flatMap(({ partners }) => partners),
  });
}

function List({ partners }: { partners: readonly Partner[] }) {
  const { t } = useTranslation('library');
  return (
    <ul className={classes.list}>
      {partners.map(({ slug, name, country, resources }) => (
        <li key={slug} className={classes.partner}>
          <Link to={`/library/partners/${slug}`} className={classes.name}>
            <bdi>{name}</bdi>
          </Link>
          <Text size="sm" c="dimmed">
            {country && (
              <>
                <CountryName code={country} /> ·{' '}
              </>
            )}
            {t('partners.resources', { count: resources })}
          </Text>
        </li>
      ))}
    </ul>
  );
}

function Nobody() {
  const { t } = useTranslation('library');
  return (
    <Message
      size="section"
      icon={<IconBuildingBank size={24} stroke={1.75} />}
      title={t('partners.none')}
      text={t('partners.noneText')}
    />
  );
}
