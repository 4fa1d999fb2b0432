import { useTranslation } from 'react-i18next';
import { countdownTo } from './countdown';
import { useNow } from './use-now';

/** Text that counts down to a webinar's start. It is not announced as it ticks: the start time stands beside it. */
export function CountDown({ to }: { to: string }) {
  const { t } = useTranslation();
  const left = countdownTo(Date.parse(to), useNow(1000));
  switch (left.unit) {
    case 'days':
      return left.hours === 0
        ? t('countdown.wholeDays', { days: t('countdown.day', { count: left.days }) })
        : t('countdown.days', { days: t('countdown.day', { count: left.days }), hours: left.hours });
    case 'hours':
      return t('countdown.hours', left);
    case 'minutes':
      return t('countdown.minutes', left);
    case 'now':
      return t('countdown.now');
  }
}
