import type { ResourceDetail } from '@lectern/contracts';
import { Skeleton, Text } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPage } from '../../../lazy-page';
import { Problem } from '../../../ui/problem';
import { ContentsEditor } from '../contents/contents-editor';
import { useSteps } from '../review/use-steps';
import { DeskActions, type OpenForm } from './desk-actions';
import classes from './desk.module.css';

const DetailsForm = lazy(async () => ({ default: (await import('./details-form')).DetailsForm }));
const SubmitForm = lazyPage(async () => (await import('../review/submit-form')).SubmitForm, 'review');
const WithdrawForm = lazyPage(async () => (await import('../review/withdraw-form')).WithdrawForm, 'review');
const TrashForm = lazyPage(async () => (await import('../review/trash-form')).TrashForm, 'review');
const RecordingOutputs = lazyPage(
  async () => (await import('../../../recordings/recording-outputs')).RecordingOutputs,
  'webinar',
);
const ReviewPanel = lazyPage(async () => (await import('../review/review-panel')).ReviewPanel, 'review');

const forms = { edit: DetailsForm, submit: SubmitForm, withdraw: WithdrawForm, trash: TrashForm };

/** Over the page of those who work on it: what state it is in, and what can be done. */
export function Desk({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const [open, setOpen] = useState<OpenForm | null>(null);
  const steps = useSteps(resource.id);
  const Form = open && forms[open];
  return (
    <section className={classes.desk} data-state={resource.status} aria-label={t('draft.edit')}>
      <div className={classes.head}>
        <State resource={resource} />
        <DeskActions resource={resource} open={open} onOpen={setOpen} steps={steps} />
      </div>
      <Problem error={steps.error} />
      {Form && (
        <Suspense fallback={<Skeleton h={320} radius="lg" />}>
          <Form resource={resource} onDone={() => setOpen(null)} />
        </Suspense>
      )}
      {resource.mayEdit && <ContentsEditor resource={resource} />}
      <Suspense>
        {resource.recordingId && !resource.may.includes('restore') && (
          <RecordingOutputs recordingId={resource.recordingId} resourceId={resource.id} name={resource.title} />
        )}
        {resource.may.includes('comment') && <ReviewPanel resource={resource} />}
      </Suspense>
    </section>
  );
}

function State({ resource }: { resource: ResourceDetail }) {
  const { t } = useTranslation('library');
  const { status, notice, may } = resource;
  const state = may.includes('restore') ? 'trashed' : status;
  const isForReview = state === 'draft' && !may.includes('publish');
  const text = isForReview ? t('state.draft.submit') : t(`state.${state}.text`);
  return (
    <div className={classes.words}>
      <Text fw={600}>{t(`state.${state}.title`)}</Text>
      {text !== '' && <Text size="sm">{text}</Text>}
      {notice && (
        <Text size="sm" mt={4}>
          <strong>{t('draft.missing')}:</strong> {notice}
        </Text>
      )}
    </div>
  );
}
