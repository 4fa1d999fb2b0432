import type { Webinar } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { apiQuery } from '../../api/query';
import { CountDown } from '../../time/count-down';
import { When } from '../../time/when';
import { CopyField } from '../../ui/copy-field';
import { Section } from '../../ui/section';
import { StatusPill } from '../../ui/status-pill';
import classes from './next-session.module.css';

/** The one thing to do next, with all that it needs. */
export function NextSession({ webinar }: { webinar: Webinar }) {
  const { t } = useTranslation('desk');
  const isLive = webinar.status === 'live';
  return (
    <Section title={t('next.title')}>
      <article className={classes.card} data-live={isLive || undefined}>
        <div>
          {isLive ? (
            <StatusPill status="live" />
          ) : (
            <Text className={classes.countdown}>{<CountDown to={webinar.startsAt} />}</Text>
          )}
          <h3 className={classes.title} dir="auto">
            {webinar.title}
          </h3>
          <Text c="dimmed">
            <When event={webinar} />
          </Text>
        </div>
        <div className={classes.actions}>
          <Button
            component={Link}
            to={`/w/${webinar.id}/room`}
            state={{ entered: true }}
            size="md"
            leftSection={<IconDoorEnter size={20} />}
          >
            {isLive ? t('next.goIn') : t('next.open')}
          </Button>
          <Button component={Link} to={`/w/${webinar.id}`} size="md" variant="default">
            {t('next.details')}
          </Button>
        </div>
        <AttendeeLink webinarId={webinar.id} />
      </article>
    </Section>
  );
}

function AttendeeLink({ webinarId }: { webinarId: string }) {
  const { t } = useTranslation('desk');
  const { data } = useQuery(apiQuery('GET /api/webinars/:webinarId/invitations', { params: { webinarId } }));
  const link = data?.invitations.find(({ role, revokedAt }) => role === 'attendee' && revokedAt === null);
  if (!link) return null;
  return (
    <div className={classes.link}>
      <Text size="sm" c="dimmed" mb={4} aria-hidden>
        {t('next.attendeeLink')}
      </Text>
      <CopyField value={link.url} label={t('next.attendeeLink')} />
    </div>
  );
}
