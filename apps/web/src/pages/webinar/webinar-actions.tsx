import type { Role, Webinar } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconDoorEnter, IconPencil } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { AddToCalendar } from '../../webinars/add-to-calendar';
import classes from './webinar-page.module.css';

/** What this person can do here; the first is the one they came for. */
export function WebinarActions({ webinar, myRole }: { webinar: Webinar; myRole: Role | null }) {
  const { t } = useTranslation(['webinar', 'common']);
  const runsIt = myRole === 'host' || myRole === 'cohost';
  if (webinar.status === 'ended') {
    return (
      <Button component={Link} to="/library" variant="default">
        {t('common:toLibrary')}
      </Button>
    );
  }
  const entry = runsIt ? t('openRoom') : t('enter');
  return (
    <div className={classes.actions}>
      {myRole && (
        <Button
          component={Link}
          to={`/w/${webinar.id}/room`}
          state={{ entered: true }}
          size="md"
          leftSection={<IconDoorEnter size={20} />}
        >
          {webinar.status === 'live' ? t('goToRoom') : entry}
        </Button>
      )}
      {runsIt && (
        <Button
          component={Link}
          to={`/desk/webinars/${webinar.id}/edit`}
          variant="default"
          leftSection={<IconPencil size={18} />}
        >
          {t('edit')}
        </Button>
      )}
      <AddToCalendar webinar={webinar} url={window.location.href} />
      <Text size="sm" c="dimmed">
        {myRole ? t('asRole', { role: t(`common:roles.${myRole}`) }) : t('byInvitation')}
      </Text>
    </div>
  );
}
