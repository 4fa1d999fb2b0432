import type { ResourceDetail } from '@lectern/contracts';
import { Skeleton } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import classes from './versions.module.css';

const History = lazy(async () => ({ default: (await import('./history')).History }));

/** Says which version this is, so that who cites it can say so; opened, what came before. */
export function VersionNote({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const moment = useMoment();
  const [isOpen, setOpen] = useState(false);
  const { version, may } = resource;
  const isOurs = may.includes('comment');
  if (!version || (version.number === 1 && !isOurs)) return null;
  const date = formatDate(new Date(version.changedAt), moment);
  return (
    <details className={classes.versions} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('versions.note', { number: version.number, date })}</summary>
      {isOpen && (
        <Suspense fallback={<Skeleton h={96} radius="md" />}>
          <History resource={resource} />
        </Suspense>
      )}
    </details>
  );
}
