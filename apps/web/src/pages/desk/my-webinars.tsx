import type { Webinar } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Loaded } from '../../ui/loaded';
import { Message } from '../../ui/message';
import { Section } from '../../ui/section';
import { ListSkeleton } from '../../webinars/list-skeleton';
import { WebinarItem } from '../../webinars/webinar-item';
import { WebinarList } from '../../webinars/webinar-list';
import { NextSession } from './next-session';
import { sortMine } from './sort-mine';
import { useMine } from './use-mine';

/** `between` stands after what is to come and before what is over. */
export function MyWebinars({ between }: { between: ReactNode }) {
  const { t } = useTranslation(['desk', 'common']);
  const mine = useMine();
  return (
    <Loaded query={mine} skeleton={<ListSkeleton />}>
      {({ webinars }) => (
        <>
          <Lists webinars={webinars} between={between} />
          {mine.hasNextPage && (
            <Button
              variant="default"
              mt="md"
              loading={mine.isFetchingNextPage}
              onClick={() => void mine.fetchNextPage()}
            >
              {t('common:showMore')}
            </Button>
          )}
        </>
      )}
    </Loaded>
  );
}

function Lists({ webinars, between }: { webinars: readonly Webinar[]; between: ReactNode }) {
  const { t } = useTranslation('desk');
  const { next, coming, past } = sortMine(webinars);
  return (
    <>
      {webinars.length === 0 && <FirstWebinar />}
      {next && <NextSession webinar={next} />}
      {coming.length > 0 && <List title={t('mine.coming')} webinars={coming} />}
      {between}
      {past.length > 0 && <List title={t('mine.past')} webinars={past} />}
    </>
  );
}

function List({ title, webinars }: { title: string; webinars: readonly Webinar[] }) {
  return (
    <Section title={title}>
      <WebinarList>
        {webinars.map((webinar) => (
          <WebinarItem key={webinar.id} webinar={webinar} withDay />
        ))}
      </WebinarList>
    </Section>
  );
}

function FirstWebinar() {
  const { t } = useTranslation(['desk', 'common']);
  return (
    <Section title={t('mine.coming')}>
      <Message
        size="section"
        order={3}
        icon={<IconCalendarPlus size={24} stroke={1.75} />}
        title={t('mine.empty.title')}
        text={t('mine.empty.text')}
        action={
          <Button component={Link} to="/desk/webinars/new">
            {t('common:newWebinar')}
          </Button>
        }
      />
    </Section>
  );
}
