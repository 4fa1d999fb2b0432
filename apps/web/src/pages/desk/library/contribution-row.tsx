import type { Contribution } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { KindIcon } from '../../../library/kind-icon';
import { ResourceStatusPill } from '../../../library/status-pill';
import { formatDay } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import { Pill } from '../../../ui/pill';
import classes from './library.module.css';

interface ContributionRowProps {
  contribution: Contribution;
  /** Where all have the same status, and what counts is how long they wait. */
  isQueue: boolean;
}

export function ContributionRow({ contribution, isQueue }: ContributionRowProps) {
  const { t } = useTranslation(['review', 'common']);
  const moment = useMoment();
  const { resource, contributor, submittedAt, changedAt, comments, news } = contribution;
  const when = formatDay(new Date(isQueue && submittedAt ? submittedAt : changedAt), moment);
  const facts = [
    t(`common:kinds.${resource.kind}`),
    contributor,
    isQueue ? t('lists.waitsSince', { when }) : t('lists.changed', { when }),
    comments > 0 ? t('lists.comments', { count: comments }) : '',
  ];
  return (
    <li className={classes.row}>
      <span className={classes.icon}>
        <KindIcon kind={resource.kind} size={22} />
      </span>
      <div className={classes.what}>
        <Link to={`/library/${resource.id}`} className={classes.title}>
          <span dir="auto">{resource.title}</span>
        </Link>
        <Text size="sm" c="dimmed">
          {facts.filter((fact) => fact !== '').join(' · ')}
        </Text>
      </div>
      <div className={classes.signs}>
        {news > 0 && <Pill tone="wait">{t('lists.news', { count: news })}</Pill>}
        {!isQueue && <ResourceStatusPill status={resource.status} />}
      </div>
    </li>
  );
}
