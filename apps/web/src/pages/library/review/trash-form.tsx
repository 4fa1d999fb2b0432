import type { ResourceDetail } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ActionForm } from '../../../ui/action-form';
import { ReasonField, useReason } from './reason-field';
import { useSteps } from './use-steps';

/** Puts a resource into the trash; of what is public, everyone learns why. */
export function TrashForm({ resource, onDone }: { resource: ResourceDetail; onDone: () => void }) {
  const { t } = useTranslation('review');
  const isPublic = resource.status === 'published';
  const why = useReason(isPublic);
  const steps = useSteps(resource.id, onDone);
  const trash = () => why.attempt((reason) => steps.mutate({ step: 'trash', reason }));
  return (
    <ActionForm label={t('trash.do')} does={t('trash.do')} isDangerous doing={steps} onSubmit={trash} onCancel={onDone}>
      <Text>{t('trash.text')}</Text>
      {isPublic && <ReasonField label={t('trash.reason')} of={why} />}
    </ActionForm>
  );
}
