import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useMe } from '../../session/use-me';
import { formatDay, formatZone } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { useNow } from '../../time/use-now';
import { PageHeading } from '../../ui/page-heading';
import { Administration } from './administration';
import { ContributionsCard } from './contributions-card';
import { Colleagues } from './colleagues';
import { Drafts } from './drafts';
import { LibraryLinks } from './library-links';
import { MyWebinars } from './my-webinars';

export function DeskPage() {
  const { t } = useTranslation(['desk', 'common']);
  const { me } = useMe();
  const moment = useMoment();
  const now = new Date(useNow(60_000));
  const action = (
    <Button component={Link} to="/desk/webinars/new" size="md" leftSection={<IconPlus size={20} />}>
      {t('common:newWebinar')}
    </Button>
  );
  return (
    <>
      <PageHeading
        title={t('title')}
        text={`${formatDay(now, moment)} · ${formatZone(now, moment)}`}
        actions={action}
      />
      <ContributionsCard />
      <MyWebinars between={<Drafts />} />
      <LibraryLinks />
      {me?.siteRole === 'admin' && <Colleagues />}
      {me?.siteRole === 'admin' && <Administration />}
    </>
  );
}
