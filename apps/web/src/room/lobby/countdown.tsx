import { useTranslation } from 'react-i18next';
import { useServerNow } from '../ui/use-now';
import { partsUntil } from './countdown-parts';
import classes from './lobby.module.css';

/** Time to the start by the server's clock. Not read out every second: the text beside it says the time. */
export function Countdown({ startsAt }: { startsAt: string }) {
  const { t } = useTranslation('room');
  const parts = partsUntil(Date.parse(startsAt), useServerNow());
  if (!parts) return <p className={classes.soon}>{t('lobby.soon')}</p>;
  const shown = (['days', 'hours', 'minutes', 'seconds'] as const).filter((unit) => unit !== 'days' || parts.days > 0);
  return (
    <div className={classes.countdown} role="timer" aria-label={t('lobby.startsIn')}>
      {shown.map((unit) => (
        <span key={unit} className={classes.unit}>
          <b>{parts[unit]}</b>
          {t(`lobby.${unit}`, { count: parts[unit] })}
        </span>
      ))}
    </div>
  );
}
