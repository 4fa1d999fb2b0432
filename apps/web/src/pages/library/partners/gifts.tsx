import type { PartnerDetail } from '@lectern/contracts';
import { useTranslation } from 'react-i18next';
import { LanguageNames } from '../../../languages/language-names';
import { formatDate } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import classes from './partners.module.css';

/** What an institution gave, in numbers. */
export function Gifts({ partner }: { partner: PartnerDetail }) {
  const { t } = useTranslation('library');
  const moment = useMoment();
  const { kinds, resources, duration, languages, firstAt, latestAt } = partner;
  const day = (at: string) => formatDate(new Date(at), moment);
  if (resources === 0) return <p>{t('partners.nothing')}</p>;
  return (
    <dl className={classes.gifts} aria-label={t('partners.gave')}>
      {kinds.map(({ kind, count }) => (
        <div key={kind}>
          <dt>{t(`facets.kinds.${kind}`)}</dt>
          <dd>{count}</dd>
        </div>
      ))}
      {duration >= 60 && (
        <div>
          <dt>{t('partners.recorded')}</dt>
          <dd>{lengthIn(t, duration)}</dd>
        </div>
      )}
      <div>
        <dt>{t('partners.languages')}</dt>
        <dd>
          <LanguageNames tags={languages} />
        </dd>
      </div>
      {firstAt && latestAt && (
        <div>
          <dt>{t('partners.since')}</dt>
          <dd>
            {firstAt.slice(0, 10) === latestAt.slice(0, 10) ? day(firstAt) : `${day(firstAt)} – ${day(latestAt)}`}
          </dd>
        </div>
      )}
    </dl>
  );
}

type Words = ReturnType<typeof useTranslation<'library'>>['t'];

function lengthIn(t: Words, seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return minutes < 60
    ? t('partners.minutes', { count: minutes })
    : t('partners.hours', { count: Math.round(minutes / 60) });
}
