import { Button } from '@mantine/core';
import { IconPlayerRecordFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ConsentWords, WhatIsKept } from '../../recordings/terms/consent-text';
import { useCommand } from '../bar/use-command';
import { useLiveRoom, useRoom } from '../room-context';
import banner from '../ui/connection-banner.module.css';
import { Dialog } from '../ui/dialog';

/** For those who came before anything was recorded, or to other words: they are asked inside. */
export function ConsentBanner() {
  const { t } = useTranslation('recording');
  const { commands } = useLiveRoom();
  const terms = useRoom((state) => state.recordingTerms);
  const recorded = useRoom((state) => state.recording?.status === 'recording');
  const { consented, leftOut } = useRoom((state) => state.recordingStanding);
  const [reading, setReading] = useState(false);
  const [busy, run] = useCommand();
  if (!terms || !recorded || consented || leftOut) return null;
  const agree = () => run(() => commands.agreeToRecording(terms.version));
  return (
    <div className={banner.banner} role="status" data-testid="consent-banner">
      <span>
        <IconPlayerRecordFilled size={14} aria-hidden /> {t('room.ask')}
      </span>
      <Button size="compact-sm" loading={busy} onClick={agree}>
        {t('room.agree')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => setReading(true)}>
        {t('room.read')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={() => run(() => commands.leaveOut(true))}>
        {t('room.leaveOutShort')}
      </Button>
      <Dialog opened={reading} onClose={() => setReading(false)} title={t('consent.title')}>
        <ConsentWords terms={terms} />
        <WhatIsKept terms={terms} />
      </Dialog>
    </div>
  );
}
