import type { TrashedResource } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { KindIcon } from '../../../library/kind-icon';
import { ResourceStatusPill } from '../../../library/status-pill';
import { formatDay } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import { Problem } from '../../../ui/problem';
import classes from './library.module.css';
import { useLeaveTrash } from './use-trash';

export function TrashRow({ item, mayPurge }: { item: TrashedResource; mayPurge: boolean }) {
  const { t } = useTranslation('review');
  const moment = useMoment();
  const { resource, trashedAt, by, removedAt } = item;
  const leave = useLeaveTrash(resource.id);
  const { title } = resource;
  const day = (instant: string) => formatDay(new Date(instant), moment);
  return (
    <li className={classes.row}>
      <span className={classes.icon}>
        <KindIcon kind={resource.kind} size={22} />
      </span>
      <div className={classes.what}>
        <Link to={`/library/${resource.id}`} className={classes.plain}>
          <span dir="auto">{title}</span>
        </Link>
        <Text size="sm" c="dimmed">
          {t('trash.since', { name: by, when: day(trashedAt) })} {t('trash.until', { when: day(removedAt) })}
        </Text>
      </div>
      <ResourceStatusPill status={resource.status} />
      <div className={classes.actions}>
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} />}
          aria-label={t('trash.restoreName', { name: title })}
          loading={leave.isPending && leave.variables === 'restore'}
          onClick={() => leave.mutate('restore')}
        >
          {t('trash.restore')}
        </Button>
        {mayPurge && <Purge title={title} leave={leave} />}
      </div>
      <Problem error={leave.error} />
    </li>
  );
}

/** Asked twice: nothing brings it back. */
function Purge({ title, leave }: { title: string; leave: ReturnType<typeof useLeaveTrash> }) {
  const { t } = useTranslation('review');
  const [isAsked, setAsked] = useState(false);
  if (!isAsked)
    return (
      <Button variant="default" aria-label={t('trash.purgeName', { name: title })} onClick={() => setAsked(true)}>
        {t('trash.purge')}
      </Button>
    );
  return (
    <Button color="red" loading={leave.isPending && leave.variables === 'purge'} onClick={() => leave.mutate('purge')}>
      {t('trash.purgeSure')}
    </Button>
  );
}
