import type { ResourceDetail, ReviewDecision } from '@lectern/contracts';
import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { newClientId } from '../../../api/client-id';
import { Problem } from '../../../ui/problem';
import { decisionsOf } from './decisions';
import classes from './review.module.css';
import { useRefreshReview, useSteps } from './use-steps';

interface CommentFormProps {
  resource: ResourceDetail;
  submittedAt: string | null;
}

/** One field for what is said, and beside it what a librarian decides: whoever asks for changes says which. */
export function CommentForm({ resource, submittedAt }: CommentFormProps) {
  const { t } = useTranslation('review');
  const [text, setText] = useState('');
  const [isMissing, setMissing] = useState(false);
  const clear = () => setText('');
  const comment = useComment(resource.id, clear);
  const steps = useSteps(resource.id, clear);
  const isEmpty = text.trim() === '';
  const say = (event: FormEvent) => {
    event.preventDefault();
    setMissing(isEmpty);
    if (!isEmpty) comment.mutate(text);
  };
  const decide = (decision: ReviewDecision) => {
    const isMute = isEmpty && decision !== 'approve';
    setMissing(isMute);
    if (!isMute && submittedAt) steps.mutate({ step: 'decide', decision, comment: text, submittedAt });
  };
  const decisions = submittedAt ? decisionsOf(resource) : [];
  return (
    <form className={classes.form} onSubmit={say} aria-label={t('comment.title')} noValidate>
      <Textarea
        size="md"
        label={t('comment.label')}
        description={decisions.length > 0 ? t('comment.hint') : undefined}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={isMissing && isEmpty ? t('comment.missing') : undefined}
        maxLength={5_000}
        rows={3}
      />
      <Problem error={comment.error ?? steps.error} />
      <div className={classes.actions}>
        {decisions.map((decision) => (
          <Button
            key={decision}
            variant={decision === 'approve' ? 'filled' : 'default'}
            loading={steps.isPending && steps.variables.step === 'decide' && steps.variables.decision === decision}
            onClick={() => decide(decision)}
          >
            {t(`decision.${decision}`)}
          </Button>
        ))}
        <Button type="submit" variant="default" loading={comment.isPending}>
          {t('comment.do')}
        </Button>
      </div>
    </form>
  );
}

function useComment(resourceId: string, onDone: () => void) {
  const refresh = useRefreshReview();
  return useMutation({
    mutationFn: (text: string) => {
      const body = { id: newClientId(), text };
      return api('POST /api/resources/:resourceId/review/notes', { params: { resourceId }, body });
    },
    onSuccess: async () => {
      onDone();
      await refresh();
    },
  });
}
