import '@mantine/core/styles/Input.layer.css';
import type { SearchHit } from '@lectern/contracts';
import { Button, NativeSelect } from '@mantine/core';
import { IconBooks, IconSearchOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { GridSkeleton, ResourceGrid } from '../../library/resource-grid';
import { Loaded } from '../../ui/loaded';
import { Message } from '../../ui/message';
import { ListSkeleton } from '../../webinars/list-skeleton';
import { Facets } from './facets';
import classes from './search.module.css';
import { SearchHits } from './search-hits';
import { type LibrarySearch, type Sort, useFound } from './use-library-search';

/** What the library holds, or what of it was found, with what it can be narrowed by. */
export function Found({ search }: { search: LibrarySearch }) {
  const { t } = useTranslation(['library', 'common']);
  const found = useFound(search);
  return (
    <Loaded query={found} skeleton={search.q === '' ? <GridSkeleton cards={6} /> : <ListSkeleton />}>
      {({ hits, found: counts }) => (
        <div className={classes.found}>
          {counts && <Facets facets={counts.facets} search={search} />}
          <section aria-busy={found.isPlaceholderData} className={classes.results}>
            <div className={classes.head}>
              <h2 className={classes.count}>
                <span role="status">
                  {counts && !found.isPlaceholderData && <Total total={counts.total} search={search} />}
                </span>
              </h2>
              {search.q !== '' && hits.length > 1 && <SortBy search={search} />}
            </div>
            {hits.length === 0 ? <Nothing search={search} /> : <Hits hits={hits} asCards={search.q === ''} />}
            {found.hasNextPage && (
              <Button
                variant="default"
                mt="xl"
                loading={found.isFetchingNextPage}
                onClick={() => void found.fetchNextPage()}
              >
                {t('common:showMore')}
              </Button>
            )}
          </section>
        </div>
      )}
    </Loaded>
  );
}

function Hits({ hits, asCards }: { hits: readonly SearchHit[]; asCards: boolean }) {
  return asCards ? <ResourceGrid resources={hits.map(({ resource }) => resource)} /> : <SearchHits hits={hits} />;
}

function Total({ total, search: { q } }: { total: number; search: LibrarySearch }) {
  const { t } = useTranslation('library');
  if (total === 0) return null;
  return q === '' ? t('search.all', { count: total }) : t('search.found', { count: total, q });
}

function SortBy({ search }: { search: LibrarySearch }) {
  const { t } = useTranslation('library');
  return (
    <NativeSelect
      aria-label={t('search.sort.label')}
      value={search.sort}
      data={(['relevance', 'date'] as const).map((value) => ({ value, label: t(`search.sort.${value}`) }))}
      onChange={(event) => search.sortBy(event.currentTarget.value as Sort)}
    />
  );
}

function Nothing({ search }: { search: LibrarySearch }) {
  const { t } = useTranslation('library');
  if (search.narrowed > 0)
    return (
      <Message
        size="section"
        icon={<IconSearchOff size={24} stroke={1.75} />}
        title={t('facets.none')}
        text={t('facets.noneText')}
        action={
          <Button variant="default" onClick={search.widen}>
            {t('facets.clear')}
          </Button>
        }
      />
    );
  if (search.q === '')
    return (
      <Message
        size="section"
        icon={<IconBooks size={24} stroke={1.75} />}
        title={t('empty.title')}
        text={t('empty.text')}
      />
    );
  return (
    <Message
      size="section"
      icon={<IconSearchOff size={24} stroke={1.75} />}
      title={t('search.none', { q: search.q })}
      text={t('search.noneText')}
      action={
        <Button variant="default" onClick={() => search.look('')}>
          {t('search.showAll')}
        </Button>
      }
    />
  );
}
