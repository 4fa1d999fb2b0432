import type { AgendaItem, Webinar } from '@lectern/contracts';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../time/format';
import { useMoment } from '../time/use-moment';
import classes from './agenda-list.module.css';

/** What happens when, by the reader's clock. */
export function AgendaList({ webinar }: { webinar: Pick<Webinar, 'agenda' | 'startsAt'> }) {
  const { t } = useTranslation('common');
  if (webinar.agenda.length === 0) return null;
  return (
    <section aria-labelledby="agenda-title" data-testid="agenda">
      <h2 id="agenda-title" className={classes.title}>
        {t('agenda.title')}
      </h2>
      <ol className={classes.list}>
        {webinar.agenda.map((item, index) => (
          <Item key={index} item={item} startsAt={webinar.startsAt} />
        ))}
      </ol>
    </section>
  );
}

function Item({ item, startsAt }: { item: AgendaItem; startsAt: string }) {
  const moment = useMoment();
  const at = new Date(Date.parse(startsAt) + item.offsetMinutes * 60_000);
  return (
    <li className={classes.item}>
      <time dateTime={at.toISOString()}>{formatTime(at, moment)}</time>
      <span>
        <bdi>{item.title}</bdi>
        {item.speaker && (
          <small className={classes.speaker}>
            <bdi>{item.speaker}</bdi>
          </small>
        )}
      </span>
    </li>
  );
}
