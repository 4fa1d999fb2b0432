import type { Webinar } from '@lectern/contracts';
import { Button, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ConsentNotice } from '../../recordings/terms/consent-notice';
import { Problem } from '../../ui/problem';
import type { Consent } from '../recording/use-consent';
import { Frame } from './frame';
import { MomentLine } from './moment-line';
import classes from './lobby.module.css';

interface EnterPageProps {
  webinar: Webinar | null;
  consent: Consent;
  onEnter: () => void;
}

/** For the audience: one click, which also lets the browser play sound. Where it is recorded, the click agrees to that. */
export function EnterPage({ webinar, consent, onEnter }: EnterPageProps) {
  const { t } = useTranslation(['room', 'recording']);
  const { wanted, before, isPending, error } = consent;
  return (
    <Frame>
      <div className={classes.card}>
        <Text className={classes.kicker}>{webinar?.status === 'live' ? t('enter.liveNow') : t('enter.invited')}</Text>
        <Title order={1}>{webinar?.title ?? t('title')}</Title>
        {webinar && <MomentLine webinar={webinar} />}
        <Text c="dimmed">{t('enter.hint')}</Text>
        {wanted && <ConsentNotice {...wanted} />}
        <Problem error={error} />
        <Button size="lg" onClick={() => before(onEnter)} loading={isPending} autoFocus={!wanted}>
          {wanted ? t('recording:consent.agreeAndEnter') : t('enter.action')}
        </Button>
      </div>
    </Frame>
  );
}
