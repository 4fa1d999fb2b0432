import type { ResourceDetail } from '@lectern/contracts';
import { Button, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../../../ui/problem';
import classes from './review.module.css';
import { useSteps } from './use-steps';

/** Takes a resource out of the library; its address goes on saying that it was there. */
export function WithdrawForm({ resource, onDone }: { resource: ResourceDetail; onDone: () => void }) {
  const { t } = useTranslation(['review', 'common']);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const steps = useSteps(resource.id, onDone);
  const isEmpty = reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!isEmpty) steps.mutate({ step: 'withdraw', reason });
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('withdraw.title')} noValidate>
      <Textarea
        size="md"
        label={t('withdraw.reason')}
        description={t('withdraw.hint')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
        error={isTried && isEmpty ? t('withdraw.missing') : undefined}
        maxLength={1_000}
        rows={2}
        autoFocus
        required
      />
      <Problem error={steps.error} />
      <div className={classes.actions}>
        <Button type="submit" color="red" loading={steps.isPending}>
          {t('withdraw.do')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}
