import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../ui/problem';
import classes from './links.module.css';
import { useRevokeLink } from './use-links';

interface RevokeButtonProps {
  webinarId: string;
  invitationId: string;
  role: string;
}

/** Asks once, in its place: a revoked link cannot be brought back. */
export function RevokeButton({ webinarId, invitationId, role }: RevokeButtonProps) {
  const { t } = useTranslation('webinar');
  const [isAsking, setAsking] = useState(false);
  const revoke = useRevokeLink(webinarId);
  if (!isAsking) {
    return (
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        aria-label={t('links.revokeLabel', { role })}
        onClick={() => setAsking(true)}
      >
        {t('links.revoke')}
      </Button>
    );
  }
  return (
    <div className={classes.ask} role="group" aria-label={t('links.revokeLabel', { role })}>
      <Text size="sm">{t('links.revokeSure')}</Text>
      <Button size="compact-sm" color="red" loading={revoke.isPending} onClick={() => revoke.mutate(invitationId)}>
        {t('links.revokeYes')}
      </Button>
      <Button size="compact-sm" variant="default" autoFocus onClick={() => setAsking(false)}>
        {t('links.revokeNo')}
      </Button>
      <Problem error={revoke.error} />
    </div>
  );
}
