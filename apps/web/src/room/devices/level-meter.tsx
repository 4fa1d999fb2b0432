import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocal } from '../room-context';
import { measureLevel } from '../media/meter';
import classes from './devices.module.css';

/** Shows that the microphone hears something. */
export function LevelMeter() {
  const { t } = useTranslation('room');
  return (
    <div className={classes.meter}>
      <span aria-hidden>{t('devices.level')}</span>
      <LevelBar label={t('devices.level')} />
    </div>
  );
}

/** It writes to the element itself: 20 times a second is no work for React. */
export function LevelBar({ label }: { label: string }) {
  const track = useLocal((state) => (state.microphone.status === 'on' ? state.microphone.track : null));
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = bar.current;
    if (!track || !element) return;
    const stop = measureLevel(track, (level) => {
      element.style.setProperty('--level', level.toFixed(2));
    });
    return () => {
      stop();
      element.style.setProperty('--level', '0');
    };
  }, [track]);
  return <div ref={bar} className={classes.level} role="img" aria-label={label} data-testid="mic-level" />;
}
