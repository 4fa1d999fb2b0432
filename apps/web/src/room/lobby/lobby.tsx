import { Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { AgendaList } from '../../webinars/agenda-list';
import { useRoom } from '../room-context';
import { ConnectionBanner } from '../ui/connection-banner';
import { Countdown } from './countdown';
import { Frame } from './frame';
import { MomentLine } from './moment-line';
import classes from './lobby.module.css';

/** Where the audience waits; the doors open by themselves. */
export function Lobby() {
  const { t } = useTranslation('room');
  const webinar = useRoom((state) => state.webinar);
  const present = useRoom((state) => state.present);
  if (!webinar) return null;
  return (
    <Frame>
      <ConnectionBanner />
      <div className={classes.card} data-testid="lobby">
        <Text className={classes.kicker}>{t('lobby.kicker')}</Text>
        <Title order={1}>{webinar.title}</Title>
        <MomentLine webinar={webinar} />
        <Countdown startsAt={webinar.startsAt} />
        <Text c="dimmed">{t('lobby.stay')}</Text>
        <Text size="sm" c="dimmed">
          {t('lobby.present', { count: present })}
        </Text>
        <AgendaList webinar={webinar} />
        {webinar.description && <p className={classes.description}>{webinar.description}</p>}
      </div>
    </Frame>
  );
}
