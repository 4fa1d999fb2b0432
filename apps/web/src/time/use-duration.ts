import { useTranslation } from 'react-i18next';

/** `90` → `1 hour 30 minutes`. */
export function useDuration(): (minutes: number) => string {
  const { t } = useTranslation();
  return (total) => {
    const hours = Math.floor(total / 60);
    const minutes = t('duration.minutes', { count: total % 60 });
    if (hours === 0) return minutes;
    const whole = t('duration.hours', { count: hours });
    return total % 60 === 0 ? whole : t('duration.both', { hours: whole, minutes });
  };
}
