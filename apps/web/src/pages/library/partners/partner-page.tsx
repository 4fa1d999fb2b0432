import type { PartnerDetail } from '@lectern/contracts';
import { Anchor, Button, Skeleton, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router-dom';
import { apiQuery } from '../../../api/query';
import { ResourceGrid } from '../../../library/resource-grid';
import { Loaded } from '../../../ui/loaded';
import { PageSkeleton } from '../../../ui/page-skeleton';
import { PageTitle } from '../../../ui/page-title';
import { Section } from '../../../ui/section';
import { Found } from '../found';
import { SearchBox } from '../search-box';
import { useLibrarySearch } from '../use-library-search';
import { CountryName } from './country';
import { Gifts } from './gifts';
import classes from './partners.module.css';

const PartnerForm = lazy(async () => ({ default: (await import('./partner-form')).PartnerForm }));

/** Who an institution is, and what it gave. */
export function PartnerPage() {
  const { slug = '' } = useParams();
  const query = useQuery(apiQuery('GET /api/partners/:slug', { params: { slug } }));
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {(partner) => <View key={partner.slug} partner={partner} />}
    </Loaded>
  );
}

function View({ partner }: { partner: PartnerDetail }) {
  const { t } = useTranslation('library');
  return (
    <>
      <PageTitle title={partner.name} />
      <Anchor component={Link} to="/library/partners" size="sm">
        {t('partners.title')}
      </Anchor>
      <Head partner={partner} />
      <Gifts partner={partner} />
      {partner.series.length > 0 && (
        <Section title={t('partners.series')}>
          <ResourceGrid resources={partner.series} />
        </Section>
      )}
      {partner.resources > 0 && <All partner={partner} />}
    </>
  );
}

function Head({ partner }: { partner: PartnerDetail }) {
  const { t } = useTranslation('library');
  const [isOpen, setOpen] = useState(false);
  const { name, country, description, website, mayEdit } = partner;
  return (
    <div className={classes.about}>
      <Title order={1} dir="auto">
        {name}
      </Title>
      <Text c="dimmed">
        {country && <CountryName code={country} />}
        {country && website && ' · '}
        {website && (
          <Anchor href={website} rel="noopener noreferrer" target="_blank">
            {new URL(website).host}
          </Anchor>
        )}
      </Text>
      {description && (
        <Text className={classes.description} dir="auto">
          {description}
        </Text>
      )}
      {mayEdit && !isOpen && (
        <Button variant="default" size="sm" onClick={() => setOpen(true)}>
          {t('partners.edit')}
        </Button>
      )}
      {isOpen && (
        <Suspense fallback={<Skeleton h={320} radius="lg" />}>
          <PartnerForm partner={partner} onDone={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The library's search, narrowed to what is theirs. */
function All({ partner }: { partner: PartnerDetail }) {
  const { t } = useTranslation('library');
  const search = useLibrarySearch({ institution: partner.names });
  return (
    <Section title={t('partners.all')}>
      <SearchBox q={search.q} onSearch={search.look} />
      <Found search={search} />
    </Section>
  );
}
