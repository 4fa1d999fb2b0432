import type { Webinar } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { IconCalendarPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { useMe } from '../../session/use-me';
import { formatDay } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { Message } from '../../ui/message';
import { Section } from '../../ui/section';
import { programmeOf } from '../../webinars/by-day';
import { WebinarItem } from '../../webinars/webinar-item';
import { WebinarList } from '../../webinars/webinar-list';

export function ProgrammeView({ webinars }: { webinars: readonly Webinar[] }) {
  const { t } = useTranslation('home');
  const moment = useMoment();
  const { live, days } = programmeOf(webinars, moment.timeZone);
  if (live.length === 0 && days.length === 0) return <NothingPlanned />;
  return (
    <>
      {live.length > 0 && (
        <Section title={t('live')}>
          <WebinarList>
            {live.map((webinar) => (
              <WebinarItem key={webinar.id} webinar={webinar} />
            ))}
          </WebinarList>
        </Section>
      )}
      {days.map((day, index) => (
        <Section key={day.date} title={formatDay(new Date(day.webinars[0]?.startsAt ?? 0), moment)}>
          <WebinarList>
            {day.webinars.map((webinar) => (
              <WebinarItem key={webinar.id} webinar={webinar} withCountDown={index === 0} />
            ))}
          </WebinarList>
        </Section>
      ))}
    </>
  );
}

/** Says what will stand here, and to those who may, how to begin. */
function NothingPlanned() {
  const { t } = useTranslation(['home', 'common']);
  const { hasAccount } = useMe();
  const action = hasAccount ? (
    <Button component={Link} to="/desk/webinars/new">
      {t('common:newWebinar')}
    </Button>
  ) : (
    <Button component={Link} to="/library" variant="default">
      {t('common:toLibrary')}
    </Button>
  );
  return (
    <Section title={t('upcoming')}>
      <Message
        size="section"
        order={3}
        icon={<IconCalendarPlus size={24} stroke={1.75} />}
        title={t('empty.title')}
        text={hasAccount ? t('empty.host') : t('empty.visitor')}
        action={action}
      />
    </Section>
  );
}
