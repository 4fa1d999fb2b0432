import type { Webinar } from '@lectern/contracts';
import { Text } from '@mantine/core';
import type { PropsWithChildren } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageNames } from '../languages/language-names';
import { CountDown } from '../time/count-down';
import { formatDay, formatHours, formatZone } from '../time/format';
import { useDuration } from '../time/use-duration';
import { useMoment } from '../time/use-moment';
import { useIsElsewhere, When } from '../time/when';
import classes from './webinar-facts.module.css';

/** When it is for the reader, how long, in which languages. */
export function WebinarFacts({ webinar }: { webinar: Webinar }) {
  const { t } = useTranslation('webinar');
  const duration = useDuration();
  const isElsewhere = useIsElsewhere(webinar);
  return (
    <div className={classes.facts}>
      <Start webinar={webinar} />
      <dl className={classes.list}>
        {isElsewhere && (
          <Fact name={t('whereHostIs')}>
            <When event={webinar} zone={webinar.timeZone} />
          </Fact>
        )}
        <Fact name={t('duration')}>{duration(webinar.durationMinutes)}</Fact>
        <Fact name={t('languages')}>
          <LanguageNames tags={webinar.languages} />
        </Fact>
      </dl>
    </div>
  );
}

function Start({ webinar }: { webinar: Webinar }) {
  const { t } = useTranslation('webinar');
  const moment = useMoment();
  const start = new Date(webinar.startsAt);
  return (
    <div>
      <time dateTime={webinar.startsAt} className={classes.start}>
        <span className={classes.day}>{formatDay(start, moment)}</span>
        <span className={classes.hours}>{formatHours(start, webinar.durationMinutes, moment)}</span>
        <Text span size="sm" c="dimmed">
          {formatZone(start, moment)}
        </Text>
      </time>
      {webinar.status === 'scheduled' && (
        <Text className={classes.countdown}>
          <CountDown to={webinar.startsAt} />
        </Text>
      )}
      {webinar.status === 'ended' && (
        <Text c="dimmed" mt="sm">
          {t('ended')}
        </Text>
      )}
    </div>
  );
}

function Fact({ name, children }: PropsWithChildren<{ name: string }>) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
