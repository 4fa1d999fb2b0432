import { Button } from '@mantine/core';
import { IconCellSignal2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useMedia } from '../room-context';
import classes from '../ui/connection-banner.module.css';

/** Says what is left out because the line is weak, and offers to try again. What was chosen by hand needs no note. */
export function BandwidthNote() {
  const { t } = useTranslation('room');
  const { media } = useLiveRoom();
  const { choice, mode } = useMedia((state) => state.bandwidth);
  if (choice !== 'auto' || mode === 'full') return null;
  return (
    <div className={classes.banner} role="status" data-testid="bandwidth-note">
      <IconCellSignal2 size={18} aria-hidden />
      <span>{t(mode === 'saver' ? 'bandwidth.weakSaver' : 'bandwidth.weakAudio')}</span>
      <Button size="compact-sm" onClick={() => media.choose('auto')}>
        {t('bandwidth.again')}
      </Button>
    </div>
  );
}
