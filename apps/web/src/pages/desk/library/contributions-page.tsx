import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router-dom';
import { useMe } from '../../../session/use-me';
import { ListSkeleton } from '../../../webinars/list-skeleton';
import { Loaded } from '../../../ui/loaded';
import { Message } from '../../../ui/message';
import { PageHeading } from '../../../ui/page-heading';
import { ContributionRow } from './contribution-row';
import classes from './library.module.css';
import { type Scope, useContributions } from './use-contributions';

const librarians: readonly Scope[] = ['queue', 'returned', 'commented', 'closed', 'mine'];

/** What is on its way into the library: one's own, and for librarians what waits for them. */
export function ContributionsPage() {
  const { t } = useTranslation('review');
  const { me } = useMe();
  const isLibrarian = me?.siteRole === 'admin' || me?.siteRole === 'librarian';
  const scopes = isLibrarian ? librarians : (['mine'] as const);
  const [search] = useSearchParams();
  const scope = scopes.find((one) => one === search.get('show')) ?? scopes[0]!;
  const action = (
    <Button component={Link} to="/contribute" variant="default" leftSection={<IconPlus size={18} />}>
      {t('lists.contribute')}
    </Button>
  );
  return (
    <>
      <PageHeading title={t('lists.title')} text={t('lists.text')} actions={action} />
      {scopes.length > 1 && <Scopes scopes={scopes} scope={scope} />}
      <List key={scope} scope={scope} />
    </>
  );
}

function Scopes({ scopes, scope }: { scopes: readonly Scope[]; scope: Scope }) {
  const { t } = useTranslation('review');
  return (
    <nav className={classes.scopes} aria-label={t('lists.label')}>
      {scopes.map((one) => (
        <Link
          key={one}
          to={`?show=${one}`}
          replace
          className={classes.scope}
          aria-current={one === scope ? 'page' : undefined}
        >
          {t(`lists.scope.${one}`)}
        </Link>
      ))}
    </nav>
  );
}

function List({ scope }: { scope: Scope }) {
  const { t } = useTranslation(['review', 'common']);
  const query = useContributions(scope);
  return (
    <Loaded query={query} skeleton={<ListSkeleton />}>
      {(contributions) => (
        <>
          {contributions.length === 0 && (
            <Message size="section" title={t(`lists.empty.${scope}.title`)} text={t(`lists.empty.${scope}.text`)} />
          )}
          <ul className={classes.list}>
            {contributions.map((contribution) => (
              <ContributionRow key={contribution.resource.id} contribution={contribution} isQueue={scope === 'queue'} />
            ))}
          </ul>
          {query.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {t('common:showMore')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}
