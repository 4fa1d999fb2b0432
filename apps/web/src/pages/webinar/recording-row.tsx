import type { Recording } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconChecklist, IconRefresh } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { api } from '../../api/client';
import { formatDay, formatTime } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { Pill } from '../../ui/pill';
import { Problem } from '../../ui/problem';
import { ProgressBar } from '../../ui/progress-bar';
import classes from './recordings.module.css';

const tones = { recording: 'failed', processing: 'wait', ready: 'done', failed: 'failed' } as const;

export function RecordingRow({ recording }: { recording: Recording }) {
  const { t } = useTranslation('webinar');
  const moment = useMoment();
  const start = new Date(recording.startedAt);
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <Text fw={600}>{t('recordings.of', { day: formatDay(start, moment), time: formatTime(start, moment) })}</Text>
        <Pill tone={tones[recording.status]}>{t(`recordings.status.${recording.status}`)}</Pill>
      </div>
      {recording.stopCause && <Text size="sm">{t(`recordings.stopCause.${recording.stopCause}`)}</Text>}
      {recording.status === 'processing' && <Progress recording={recording} />}
      {recording.status === 'failed' && <Failure recording={recording} />}
      {recording.notice && <Text size="sm">{recording.notice}</Text>}
      {recording.status === 'ready' && recording.resourceId && (
        <div>
          <Button component={Link} to={`/library/${recording.resourceId}`} leftSection={<IconChecklist size={18} />}>
            {t('recordings.review')}
          </Button>
        </div>
      )}
    </li>
  );
}

function Progress({ recording }: { recording: Recording }) {
  const { t } = useTranslation('webinar');
  const step = t(`recordings.step.${recording.step}`);
  return (
    <div>
      <ProgressBar percent={recording.percent} label={t('recordings.progress', { step })} />
      <Text size="sm" c="dimmed" mt={6} className={classes.step}>
        <span>{step}</span>
        <span>{Math.round(recording.percent)} %</span>
      </Text>
    </div>
  );
}

function Failure({ recording }: { recording: Recording }) {
  const { t } = useTranslation(['webinar', 'common']);
  const queries = useQueryClient();
  const retry = useMutation({
    mutationFn: () => api('POST /api/recordings/:recordingId/retry', { params: { recordingId: recording.id } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['GET /api/webinars/:webinarId/recordings'] }),
  });
  return (
    <>
      <Text>{recording.failure ?? t('recordings.failed')}</Text>
      <Text size="sm" c="dimmed">
        {t('recordings.kept')}
      </Text>
      <Problem error={retry.error} />
      <div>
        <Button
          variant="default"
          leftSection={<IconRefresh size={18} />}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
        >
          {t('common:tryAgain')}
        </Button>
      </div>
    </>
  );
}
