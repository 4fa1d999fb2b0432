import '@mantine/core/styles/InlineInput.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import type { Agreement, ResourceDetail } from '@lectern/contracts';
import { Checkbox, Skeleton, Text, Textarea } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { apiQuery } from '../../../api/query';
import { formatDate } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import { ActionForm } from '../../../ui/action-form';
import { Loaded } from '../../../ui/loaded';
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
  const submit = () => {
    setTried(true);
    if (isAccepted) steps.mutate({ step: 'submit', agreement: agreement.version, comment });
  };
  return (
    <ActionForm label={t('submit.title')} does={t('submit.do')} doing={steps} onSubmit={submit} onCancel={onDone}>
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
    </ActionForm>
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
