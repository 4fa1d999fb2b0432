import type { Invitation, Role } from '@lectern/contracts';
import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router-dom';
import { apiQuery } from '../../api/query';
import { Loaded } from '../../ui/loaded';
import { Section } from '../../ui/section';
import { LinkRow } from './link-row';
import classes from './links.module.css';

/** The audience's link first: it is the one that is sent most. */
const order: readonly Role[] = ['attendee', 'presenter', 'interpreter', 'moderator', 'host'];

/** @param languages the event's: in one alone there is nothing to interpret */
export function Links({ webinarId, languages }: { webinarId: string; languages: readonly string[] }) {
  const { t } = useTranslation('webinar');
  const query = useQuery(apiQuery('GET /api/webinars/:webinarId/invitations', { params: { webinarId } }));
  const isNew = (useLocation().state as { isNew?: boolean } | null)?.isNew === true;
  return (
    <Section title={isNew ? t('links.newTitle') : t('links.title')}>
      <Text c="dimmed" mb="md">
        {isNew ? t('links.newText') : t('links.text')}
      </Text>
      <Loaded query={query} skeleton={<Skeleton h={420} radius="lg" />} missing={null}>
        {({ invitations }) => (
          <ul className={classes.list}>
            {order
              .filter((role) => role !== 'interpreter' || languages.length > 1)
              .map((role) => (
                <LinkRow key={role} webinarId={webinarId} role={role} invitations={valid(invitations, role)} />
              ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

const valid = (invitations: readonly Invitation[], role: Role) =>
  invitations.filter((invitation) => invitation.role === role && invitation.revokedAt === null);
