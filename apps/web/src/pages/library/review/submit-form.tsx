import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import type { Agreement, ResourceDetail } from '@lectern/contracts';
import { Button, Checkbox, Skeleton, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../../api/query';
import { formatDate } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import { Loaded } from '../../../ui/loaded';
import { Problem } from '../../../ui/problem';
import classes from './review.module.css';
import { useSteps } from './use-steps';

interface SubmitFormProps {
  resource: ResourceDetail;
  onDone: () => void;
}

/** Hands a draft to the librarians, under the agreement that is read here. */
export function SubmitForm(props: SubmitFormProps) {
  const query = useQuery({ ...apiQuery('GET /api/library/agreement'), staleTime: 0 });
  return (
    <Loaded query={query} skeleton={<Skeleton h={320} radius="lg" />}>
      {(agreement) => <Form {...props} agreement={agreement} />}
    </Loaded>
  );
}

function Form({ resource, onDone, agreement }: SubmitFormProps & { agreement: Agreement }) {
  const { t } = useTranslation(['review', 'common']);
  // By its version: a newer one that has come in the meantime is not accepted yet.
  const [accepted, setAccepted] = useState<number | null>(null);
  const [comment, setComment] = useState('');
  const [isTried, setTried] = useState(false);
  const steps = useSteps(resource.id, onDone);
  const isAccepted = accepted === agreement.version;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (isAccepted) steps.mutate({ step: 'submit', agreement: agreement.version, comment });
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={t('submit.title')} noValidate>
      <AgreementText agreement={agreement} />
      <Checkbox
        size="md"
        label={t('submit.accept')}
        checked={isAccepted}
        onChange={(event) => setAccepted(event.currentTarget.checked ? agreement.version : null)}
        error={isTried && !isAccepted ? t('submit.acceptMissing') : undefined}
        required
      />
      <Textarea
        size="md"
        label={t('submit.comment')}
        description={t('common:optional')}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        maxLength={5_000}
        rows={2}
      />
      <Problem error={steps.error} />
      <div className={classes.actions}>
        <Button type="submit" loading={steps.isPending}>
          {t('submit.do')}
        </Button>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
      </div>
    </form>
  );
}

function AgreementText({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('review');
  const moment = useMoment();
  const { version, createdAt } = agreement;
  return (
    <div>
      <Text fw={600}>{t('submit.agreement')}</Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t('submit.version', { version, date: formatDate(new Date(createdAt), moment) })}
      </Text>
      {/* It scrolls, so the keyboard must get there. */}
      <div className={classes.agreement} tabIndex={0} role="region" aria-label={t('submit.agreement')} dir="auto">
        {agreement.text}
      </div>
    </div>
  );
}
