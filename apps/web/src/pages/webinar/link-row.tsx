import type { Invitation, Role } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { CopyField } from '../../ui/copy-field';
import { Problem } from '../../ui/problem';
import classes from './links.module.css';
import { RevokeButton } from './revoke-button';
import { useMakeLink } from './use-links';

interface LinkRowProps {
  webinarId: string;
  role: Role;
  /** Those of this role that still work. */
  invitations: readonly Invitation[];
}

export function LinkRow({ webinarId, role, invitations }: LinkRowProps) {
  const { t } = useTranslation(['webinar', 'common']);
  const make = useMakeLink(webinarId);
  const name = t(`common:roles.${role}`);
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <div>
          <h3 className={classes.role}>{name}</h3>
          <Text size="sm" c="dimmed">
            {t(`links.role.${role}`)}
          </Text>
        </div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={16} />}
          aria-label={t('links.anotherLabel', { role: name })}
          loading={make.isPending}
          onClick={() => make.mutate(role)}
        >
          {t('links.another')}
        </Button>
      </div>
      {invitations.length === 0 && <Text size="sm">{t('links.none')}</Text>}
      {invitations.map((invitation) => (
        <div key={invitation.id} className={classes.link}>
          <CopyField
            value={invitation.url}
            label={t('links.linkFor', { role: name })}
            primary={role === 'attendee' && invitations.length === 1}
          />
          <div className={classes.foot}>
            <Text size="sm" c="dimmed">
              {t('links.uses', { count: invitation.uses })}
            </Text>
            <RevokeButton webinarId={webinarId} invitationId={invitation.id} role={name} />
          </div>
        </div>
      ))}
      <Problem error={make.error} />
    </li>
  );
}
