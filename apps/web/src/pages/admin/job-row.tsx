import type { ProcessingJob, RecordingStatus } from '@lectern/contracts';
import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { ProcessingButtons } from '../../recordings/processing-buttons';
import { StepProgress } from '../../recordings/step-progress';
import { formatDate, formatTime } from '../../time/format';
import { useMoment } from '../../time/use-moment';
import { Pill } from '../../ui/pill';
import { ProgressBar } from '../../ui/progress-bar';
import classes from './jobs.module.css';

const tones = { waiting: 'quiet', running: 'wait', failed: 'failed', cancelled: 'quiet', done: 'done' } as const;

const statuses: Record<ProcessingJob['state'], RecordingStatus> = {
  waiting: 'processing',
  running: 'processing',
  failed: 'failed',
  cancelled: 'cancelled',
  done: 'ready',
};

export function JobRow({ job }: { job: ProcessingJob }) {
  const { t } = useTranslation('admin');
  const what = job.title ?? t('jobs.recording');
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <div className={classes.names}>
          <Anchor component={Link} to={`/w/${job.webinarId}`} fw={600}>
            {job.webinar}
          </Anchor>
          <Text size="sm">{what}</Text>
        </div>
        <Pill tone={tones[job.state]}>{t(`jobs.state.${job.state}`)}</Pill>
      </div>
      {job.state === 'running' && <Running job={job} />}
      {job.failure && <Text>{job.failure}</Text>}
      {job.detail && (
        <details>
          <summary className={classes.summary}>{t('jobs.detail')}</summary>
          <pre className={classes.detail}>{job.detail}</pre>
        </details>
      )}
      <Facts job={job} />
      {job.kind === 'recording' && job.repeatable && (
        <ProcessingButtons recordingId={job.id} status={statuses[job.state]} name={`${job.webinar}, ${what}`} />
      )}
    </li>
  );
}

function Running({ job: { step, percent } }: { job: ProcessingJob }) {
  const { t } = useTranslation('admin');
  if (step) return <StepProgress step={step} percent={percent} />;
  return <ProgressBar percent={percent} label={t('jobs.preparing')} />;
}

function Facts({ job: { since, attempts, state } }: { job: ProcessingJob }) {
  const { t } = useTranslation('admin');
  const moment = useMoment();
  const at = new Date(since);
  const when = `${formatDate(at, moment)}, ${formatTime(at, moment)}`;
  return (
    <Text size="sm" c="dimmed" className={classes.facts}>
      <span>
        <time dateTime={since}>{t('jobs.since', { when })}</time>
      </span>
      {attempts > 1 && state !== 'done' && <span>{t('jobs.attempts', { count: attempts })}</span>}
    </Text>
  );
}
