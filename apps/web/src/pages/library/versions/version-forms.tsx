import { Button, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../ui/problem';
import type { VersionStep } from './use-version-step';
import classes from './versions.module.css';

interface DescribeFormProps {
  note: string;
  step: VersionStep;
  onCancel: () => void;
}

export function DescribeForm({ note, step, onCancel }: DescribeFormProps) {
  const { t } = useTranslation(['library', 'common']);
  const [words, setWords] = useState(note);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    step.mutate({ step: 'describe', note: words });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <Textarea
        label={t('versions.noteLabel')}
        description={t('versions.noteHint')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        maxLength={500}
        rows={2}
        autoFocus
      />
      <Problem error={step.error} />
      <div className={classes.actions}>
        <Button type="submit" size="xs" loading={step.isPending}>
          {t('common:save')}
        </Button>
        <Button variant="default" size="xs" onClick={onCancel}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}

interface SureFormProps {
  hint: string;
  does: string;
  /** Cannot be taken back. */
  isFinal?: boolean;
  step: VersionStep;
  onSure: () => void;
  onCancel: () => void;
}

/** What will happen is said before it does. */
export function SureForm({ hint, does, isFinal, step, onSure, onCancel }: SureFormProps) {
  const { t } = useTranslation('common');
  return (
    <div className={classes.form}>
      <Text size="sm">{hint}</Text>
      <Problem error={step.error} />
      <div className={classes.actions}>
        <Button size="xs" {...(isFinal && { color: 'red' })} loading={step.isPending} onClick={onSure}>
          {does}
        </Button>
        <Button variant="default" size="xs" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}
