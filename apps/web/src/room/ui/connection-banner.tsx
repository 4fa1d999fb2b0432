import { Button, Loader } from '@mantine/core';
import { IconAlertTriangle, IconVolumeOff } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useMedia, useRoom } from '../room-context';
import classes from './connection-banner.module.css';

/** What is wrong now, what is being done about it, and what the person can do. One at a time: the worst. */
export function ConnectionBanner() {
  const { t } = useTranslation('room');
  const { media } = useLiveRoom();
  const reconnecting = useRoom((state) => state.link.status === 'reconnecting');
  const link = useMedia((state) => state.link);
  const blocked = useMedia((state) => state.soundBlocked);
  if (reconnecting) return <Banner icon={<Loader size="xs" aria-hidden />} text={t('banner.reconnecting')} />;
  if (link === 'none') return <Banner icon={<IconAlertTriangle size={18} aria-hidden />} text={t('banner.noMedia')} />;
  if (link === 'mending') return <Banner icon={<Loader size="xs" aria-hidden />} text={t('banner.mending')} />;
  if (!blocked) return null;
  return (
    <Banner icon={<IconVolumeOff size={18} aria-hidden />} text={t('banner.soundBlocked')}>
      <Button size="compact-sm" onClick={() => media.unblockSound()}>
        {t('banner.hear')}
      </Button>
    </Banner>
  );
}

function Banner({ icon, text, children }: { icon: ReactNode; text: string; children?: ReactNode }) {
  return (
    <div className={classes.banner} role="status" data-testid="banner">
      {icon}
      <span>{text}</span>
      {children}
    </div>
  );
}
