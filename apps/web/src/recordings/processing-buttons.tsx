import type { RecordingStatus } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { IconPlayerStop, IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../ui/problem';
import classes from './processing.module.css';
import { RerunStep } from './rerun-step';
import { useProcessing } from './use-processing';

interface ProcessingButtonsProps {
  recordingId: string;
  status: RecordingStatus;
  /** Of whose recording: for screen readers, where several stand in a list. */
  name: string;
}

/** Cancel while it runs; afterwards process again, all of it or from one step on. */
export function ProcessingButtons({ recordingId, status, name }: ProcessingButtonsProps) {
  const { t } = useTranslation(['webinar', 'common']);
  const processing = useProcessing(recordingId);
  const { retry, cancel, error } = processing;
  const again = status === 'failed' || status === 'cancelled';
  return (
    <>
      <Problem error={error} />
      <div className={classes.buttons}>
        {status === 'processing' && (
          <Button
            variant="default"
            leftSection={<IconPlayerStop size={18} />}
            aria-label={t('recordings.cancelLabel', { name })}
            loading={cancel.isPending}
            onClick={() => cancel.mutate()}
          >
            {t('recordings.cancel')}
          </Button>
        )}
        {again && (
          <Button
            variant="default"
            leftSection={<IconRefresh size={18} />}
            aria-label={t('recordings.retryLabel', { name })}
            loading={retry.isPending}
            onClick={() => retry.mutate()}
          >
            {t('common:tryAgain')}
          </Button>
        )}
        {(again || status === 'ready') && <RerunStep processing={processing} name={name} />}
      </div>
    </>
  );
}
