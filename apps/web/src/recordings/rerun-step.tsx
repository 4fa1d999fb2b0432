import { UsualStep } from '@lectern/contracts';
import { Button, NativeSelect, Text } from '@mantine/core';
import { IconRepeat } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './processing.module.css';
import type { Processing } from './use-processing';

/** Folded away: what has come out well is seldom made again. */
export function RerunStep({ processing: { rerun }, name }: { processing: Processing; name: string }) {
  const { t } = useTranslation('webinar');
  const [step, setStep] = useState<UsualStep>('transcribe');
  const data = UsualStep.options.map((value) => ({ value, label: t(`recordings.step.${value}`) }));
  return (
    <details className={classes.rerun}>
      <summary className={classes.summary} aria-label={t('recordings.rerunLabel', { name })}>
        {t('recordings.rerun')}
      </summary>
      <div className={classes.choice}>
        <NativeSelect
          label={t('recordings.rerunStep')}
          data={data}
          value={step}
          onChange={({ currentTarget }) => setStep(UsualStep.parse(currentTarget.value))}
        />
        <Button
          variant="default"
          leftSection={<IconRepeat size={18} />}
          loading={rerun.isPending}
          onClick={() => rerun.mutate(step)}
        >
          {t('recordings.rerunNow')}
        </Button>
      </div>
      <Text size="sm" c="dimmed" mt="xs">
        {t('recordings.rerunText')}
      </Text>
    </details>
  );
}
