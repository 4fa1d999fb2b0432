import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useMe } from '../../../session/use-me';
import { Loaded } from '../../../ui/loaded';
import { Message } from '../../../ui/message';
import { PageHeading } from '../../../ui/page-heading';
import { Section } from '../../../ui/section';
import { ListSkeleton } from '../../../webinars/list-skeleton';
import classes from './library.module.css';
import { RetentionRules } from './retention-rules';
import { TrashRow } from './trash-row';
import { useTrash } from './use-trash';

/** What goes: the trash, and for librarians the rules by which recordings get there. */
export function TrashPage() {
  const { t } = useTranslation('review');
  const { me } = useMe();
  const isLibrarian = me?.siteRole === 'admin' || me?.siteRole === 'librarian';
  return (
    <>
      <PageHeading title={t('trash.title')} text={t('trash.about')} />
      <Trash mayPurge={me?.siteRole === 'admin'} />
      {isLibrarian && (
        <div className={classes.apart}>
          <Section title={t('retention.title')}>
            <RetentionRules />
          </Section>
        </div>
      )}
    </>
  );
}

function Trash({ mayPurge }: { mayPurge: boolean }) {
  const { t } = useTranslation(['review', 'common']);
  const query = useTrash();
  return (
    <Loaded query={query} skeleton={<ListSkeleton />}>
      {(items) => (
        <>
          {items.length === 0 && (
            <Message
              size="section"
              icon={<IconTrash size={24} stroke={1.75} />}
              title={t('trash.empty')}
              text={t('trash.emptyText')}
            />
          )}
          <ul className={classes.list}>
            {items.map((item) => (
              <TrashRow key={item.resource.id} item={item} mayPurge={mayPurge} />
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
