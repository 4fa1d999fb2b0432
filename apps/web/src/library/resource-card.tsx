import type { Resource } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { LanguageNames } from '../languages/language-names';
import { formatClock, formatDate } from '../time/format';
import { useMoment } from '../time/use-moment';
import { KindIcon } from './kind-icon';
import classes from './resource-card.module.css';
import { ResourceStatusPill } from './status-pill';

export function ResourceCard({ resource }: { resource: Resource }) {
  const { t } = useTranslation();
  const moment = useMoment();
  const date = resource.recordedAt ?? resource.publishedAt;
  return (
    <li className={classes.card}>
      <div className={classes.poster}>
        {resource.posterUrl ? (
          <img src={resource.posterUrl} alt="" loading="lazy" decoding="async" />
        ) : (
          <KindIcon kind={resource.kind} size={36} />
        )}
        <span className={classes.length}>
          {resource.kind === 'recording' ? formatClock(resource.duration) : t(`kinds.${resource.kind}`)}
        </span>
      </div>
      <div className={classes.words}>
        {resource.status !== 'published' && <ResourceStatusPill status={resource.status} />}
        <Link to={`/library/${resource.id}`} className={classes.title}>
          <span dir="auto">{resource.title}</span>
        </Link>
        {resource.authors.length > 0 && <Text size="sm">{resource.authors.join(', ')}</Text>}
        <Text size="sm" c="dimmed">
          <LanguageNames tags={resource.languages} />
          {date && ` · ${formatDate(new Date(date), moment)}`}
        </Text>
      </div>
    </li>
  );
}
