import type { ResourceDetail } from '@lectern/contracts';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../../ui/action-form';
import { ReasonField, useReason } from './reason-field';
import { useSteps } from './use-steps';

/** Takes a resource out of the library; its address goes on saying that it was there. */
export function WithdrawForm({ resource, onDone }: { resource: ResourceDetail; onDone: () => void }) {
  const { t } = useTranslation('review');
  const why = useReason(true);
  const steps = useSteps(resource.id, onDone);
  const withdraw = () => why.attempt((reason) => steps.mutate({ step: 'withdraw', reason }));
  const words = { label: t('withdraw.title'), does: t('withdraw.do') };
  return (
    <ActionForm {...words} isDangerous doing={steps} onSubmit={withdraw} onCancel={onDone}>
      <ReasonField label={t('withdraw.reason')} of={why} />
    </ActionForm>
  );
}
