import type { RecordingStep } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProgressBar } from '../ui/progress-bar';
import classes from './processing.module.css';

export function StepProgress({ step, percent }: { step: RecordingStep; percent: number }) {
  const { t } = useTranslation('webinar');
  const words = t(`recordings.step.${step}`);
  return (
    <div>
      <ProgressBar percent={percent} label={t('recordings.progress', { step: words })} />
      <Text size="sm" c="dimmed" mt={6} className={classes.step}>
        <span>{words}</span>
        <span>{Math.round(percent)} %</span>
      </Text>
    </div>
  );
}
