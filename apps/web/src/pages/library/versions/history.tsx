import type { ResourceDetail, ResourceVersion } from '@lectern/contracts';
import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../../api/query';
import { formatDate, formatTime } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import { Loaded } from '../../../ui/loaded';
import { VersionActions } from './version-actions';
import classes from './versions.module.css';

/** What was changed when, and why; who works on it sees by whom, what it said before, and can bring that back. */
export function History({ resource }: { resource: ResourceDetail }) {
  const params = { resourceId: resource.id };
  const query = useQuery({ ...apiQuery('GET /api/resources/:resourceId/versions', { params }), staleTime: 0 });
  return (
    <Loaded query={query} skeleton={<Skeleton h={96} radius="md" />}>
      {({ versions }) => (
        <ol className={classes.list}>
          {versions.map((version) => (
            <li key={version.number} className={classes.version} data-current={version.current || undefined}>
              <Version version={version} />
              {resource.may.includes('comment') && <VersionActions resource={resource} version={version} />}
            </li>
          ))}
        </ol>
      )}
    </Loaded>
  );
}

function Version({ version }: { version: ResourceVersion }) {
  const { t } = useTranslation('library');
  const moment = useMoment();
  const { number, kind, author, changedAt, changes, note, restoredFrom, current } = version;
  const at = new Date(changedAt);
  const what = t(`versions.kind.${kind}`, { from: restoredFrom });
  return (
    <>
      <Text fw={600}>
        {t('versions.number', { number })}
        {current && ` · ${t('versions.now')}`}
      </Text>
      <Text size="sm" c="dimmed">
        {what} {author && <bdi>{t('versions.by', { name: author })}</bdi>} · {formatDate(at, moment)},{' '}
        {formatTime(at, moment)}
      </Text>
      {note && (
        <Text className={classes.note} dir="auto">
          {note}
        </Text>
      )}
      {changes.length > 0 && (
        <Text size="sm">
          {t('versions.changed', { fields: changes.map((field) => t(`versions.field.${field}`)).join(', ') })}
        </Text>
      )}
    </>
  );
}
