import type { Recording } from '@lectern/contracts';
import { Button, Text } from '@mantine/core';
import { IconChecklist } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Extras } from '../../recordings/extras';
import { ProcessingButtons } from '../../recordings/processing-buttons';
import { RecordedPeople } from '../../recordings/terms/recorded-people';
import { StepProgress } from '../../recordings/step-progress';
import { formatDay, formatTime } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { Pill } from '../../ui/pill';
import classes from './recordings.module.css';

const tones = {
  recording: 'failed',
  processing: 'wait',
  ready: 'done',
  failed: 'failed',
  cancelled: 'quiet',
} as const;

export function RecordingRow({ recording }: { recording: Recording }) {
  const { t } = useTranslation('webinar');
  const moment = useMoment();
  const start = new Date(recording.startedAt);
  const { id, status, step, percent, hasTracks } = recording;
  const name = t('recordings.of', { day: formatDay(start, moment), time: formatTime(start, moment) });
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <Text fw={600}>{name}</Text>
        <Pill tone={tones[status]}>{t(`recordings.status.${status}`)}</Pill>
      </div>
      {recording.stopCause && <Text size="sm">{t(`recordings.stopCause.${recording.stopCause}`)}</Text>}
      {status === 'processing' && <StepProgress step={step} percent={percent} />}
      <Words recording={recording} />
      {recording.inLibrary && status !== 'processing' && recording.resourceId && (
        <div>
          <Button component={Link} to={`/library/${recording.resourceId}`} leftSection={<IconChecklist size={18} />}>
            {t('recordings.review')}
          </Button>
        </div>
      )}
      {status !== 'recording' && hasTracks && <RecordedPeople recordingId={id} name={name} />}
      <Extras recording={recording} />
      {status !== 'recording' && hasTracks && <ProcessingButtons recordingId={id} status={status} name={name} />}
    </li>
  );
}

/** What went wrong, what became of it, and what is missing in the result. */
function Words({ recording: { status, failure, notice } }: { recording: Recording }) {
  const { t } = useTranslation('webinar');
  const ended = status === 'failed' || status === 'cancelled';
  return (
    <>
      {status === 'failed' && <Text>{failure ?? t('recordings.failed')}</Text>}
      {status === 'cancelled' && <Text>{t('recordings.cancelled')}</Text>}
      {status === 'processing' && failure && <Text size="sm">{t('recordings.tryingAgain', { failure })}</Text>}
      {ended && (
        <Text size="sm" c="dimmed">
          {t('recordings.kept')}
        </Text>
      )}
      {notice && <Text size="sm">{notice}</Text>}
    </>
  );
}
