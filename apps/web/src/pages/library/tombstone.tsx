import { Button } from '@mantine/core';
import { IconWorldOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { apiQuery } from '../../api/query';
import { formatDate } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { Loaded } from '../../ui/loaded';
import { Message } from '../../ui/message';
import { PageSkeleton } from '../../ui/page-skeleton';
import { PageTitle } from '../../ui/page-title';
import classes from './tombstone.module.css';

/** In the place of a resource that was withdrawn: who follows an old link learns that it is the right one. */
export function Tombstone({ resourceId }: { resourceId: string }) {
  const { t } = useTranslation(['library', 'common']);
  const moment = useMoment();
  const query = useQuery(apiQuery('GET /api/resources/:resourceId/tombstone', { params: { resourceId } }));
  return (
    <Loaded query={query} skeleton={<PageSkeleton />}>
      {({ title, withdrawnAt, reason }) => (
        <>
          <PageTitle title={t('tombstone.title')} />
          <Message
            icon={<IconWorldOff size={24} stroke={1.75} />}
            title={t('tombstone.title')}
            text={
              <>
                {t('tombstone.text', { title, date: formatDate(new Date(withdrawnAt), moment) })}
                {reason && (
                  <span className={classes.reason} dir="auto">
                    <strong>{t('tombstone.reason')}</strong> {reason}
                  </span>
                )}
              </>
            }
            action={
              <Button component={Link} to="/library">
                {t('common:toLibrary')}
              </Button>
            }
          />
        </>
      )}
    </Loaded>
  );
}
