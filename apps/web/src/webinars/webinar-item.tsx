import type { Webinar } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LanguageNames } from '../languages/language-names';
import { CountDown } from '../time/count-down';
import { formatDay, formatHours } from '../time/format';
import { useDuration } from '../time/use-duration';
import { useMoment } from '../time/use-moment';
import { StatusPill } from '../ui/status-pill';
import classes from './webinar-item.module.css';

interface WebinarItemProps {
  webinar: Webinar;
  /** Where the day does not stand over the list. */
  withDay?: boolean;
  /** Only one list of a page should count down. */
  withCountDown?: boolean;
}

/** One line of a list; the whole of it is the link's target. */
export function WebinarItem({ webinar, withDay = false, withCountDown = false }: WebinarItemProps) {
  const { t } = useTranslation();
  const duration = useDuration();
  const moment = useMoment();
  const start = new Date(webinar.startsAt);
  return (
    <li className={classes.item} data-status={webinar.status}>
      <time className={classes.when} dateTime={webinar.startsAt}>
        {withDay && <span className={classes.day}>{formatDay(start, moment)}</span>}
        <span className={classes.hours}>{formatHours(start, webinar.durationMinutes, moment)}</span>
      </time>
      <div className={classes.what}>
        {webinar.status === 'live' && <StatusPill status="live" />}
        <Link to={`/w/${webinar.id}`} className={classes.title}>
          <span dir="auto">{webinar.title}</span>
        </Link>
        <Text size="sm" c="dimmed">
          <LanguageNames tags={webinar.languages} /> · {duration(webinar.durationMinutes)}
        </Text>
      </div>
      {webinar.status === 'scheduled' && withCountDown && (
        <Text size="sm" c="dimmed" className={classes.aside}>
          <CountDown to={webinar.startsAt} />
        </Text>
      )}
      {webinar.status === 'ended' && (
        <Text size="sm" c="dimmed" className={classes.aside}>
          {t('status.ended')}
        </Text>
      )}
    </li>
  );
}
