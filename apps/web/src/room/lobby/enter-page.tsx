import type { Webinar } from '@lectern/contracts';
import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Frame } from './frame';
import { MomentLine } from './moment-line';
import classes from './lobby.module.css';

/** For the audience: one click, which also lets the browser play sound. */
export function EnterPage({ webinar, onEnter }: { webinar: Webinar | null; onEnter: () => void }) {
  const { t } = useTranslation('room');
  return (
    <Frame>
      <div className={classes.card}>
        <Text className={classes.kicker}>{webinar?.status === 'live' ? t('enter.liveNow') : t('enter.invited')}</Text>
        <Title order={1}>{webinar?.title ?? t('title')}</Title>
        {webinar && <MomentLine webinar={webinar} />}
        <Text c="dimmed">{t('enter.hint')}</Text>
        <Button size="lg" onClick={onEnter} autoFocus>
          {t('enter.action')}
        </Button>
      </div>
    </Frame>
  );
}
