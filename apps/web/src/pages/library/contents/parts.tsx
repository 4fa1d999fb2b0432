import type { ResourceDetail } from '@lectern/contracts';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { KindIcon } from '../../../library/kind-icon';
import { formatClock } from '../../../time/format';
import { Section } from '../../../ui/section';
import classes from './contents.module.css';

/** What a series or a package lists, in its order. */
export function Parts({ resource: { kind, parts } }: { resource: ResourceDetail }) {
  const { t } = useTranslation(['library', 'common']);
  if (parts.length === 0) return null;
  return (
    <Section title={t(kind === 'series' ? 'contents.series' : 'contents.package')}>
      <ol className={classes.list}>
        {parts.map((part, index) => (
          <li key={part.id} className={classes.part}>
            <span className={classes.number} aria-hidden>
              {index + 1}
            </span>
            <div className={classes.words}>
              <Anchor component={Link} to={`/library/${part.id}`} fw={600} dir="auto">
                {part.title}
              </Anchor>
              <Text size="sm" c="dimmed" className={classes.facts}>
                <KindIcon kind={part.kind} size={16} /> {t(`common:kinds.${part.kind}`)}
                {part.kind === 'recording' && ` · ${formatClock(part.duration)}`}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** The series and packages in which it stands. */
export function PartOf({ resource: { partOf } }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  if (partOf.length === 0) return null;
  return (
    <div className={classes.partOf}>
      {t('contents.partOf')}
      <ul>
        {partOf.map(({ id, title }) => (
          <li key={id}>
            <Anchor component={Link} to={`/library/${id}`} dir="auto">
              {title}
            </Anchor>
          </li>
        ))}
      </ul>
    </div>
  );
}
