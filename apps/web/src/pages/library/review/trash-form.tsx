import type { ResourceDetail } from '@lectern/contracts';
import { Button, Text, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../ui/problem';
import classes from './review.module.css';
import { useSteps } from './use-steps';

/** Puts a resource into the trash; of what is public, everyone learns why. */
export function TrashForm({ resource, onDone }: { resource: ResourceDetail; onDone: () => void }) {
  const { t } = useTranslation(['review', 'common']);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const steps = useSteps(resource.id, onDone);
  const isPublic = resource.status === 'published';
  const isMissing = isPublic && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isMissing) steps.mutate({ step: 'trash', reason });
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('trash.do')} noValidate>
      <Text>{t('trash.text')}</Text>
      {isPublic && (
        <Textarea
          size="md"
          label={t('trash.reason')}
          description={t('withdraw.hint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={isTried && isMissing ? t('withdraw.missing') : undefined}
          maxLength={1_000}
          rows={2}
          autoFocus
          required
        />
      )}
      <Problem error={steps.error} />
      <div className={classes.actions}>
        <Button type="submit" color="red" loading={steps.isPending}>
          {t('trash.do')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
