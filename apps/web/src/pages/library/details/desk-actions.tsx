import type { ResourceDetail } from '@lectern/contracts';
import { Button } from '@mantine/core';
import {
  IconArrowBackUp,
  IconMessage2,
  IconPencil,
  IconSend,
  IconTrash,
  IconWorldCheck,
  IconWorldOff,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import type { useSteps } from '../review/use-steps';
import classes from './desk.module.css';

/** The form that stands open under the actions. */
export type OpenForm = 'edit' | 'submit' | 'withdraw' | 'trash';

interface DeskActionsProps {
  resource: ResourceDetail;
  open: OpenForm | null;
  onOpen: (form: OpenForm | null) => void;
  steps: ReturnType<typeof useSteps>;
}

/** What the reader may do with it now. What a librarian decides of a contribution stands beside its thread. */
export function DeskActions({ resource, open, onOpen, steps }: DeskActionsProps) {
  const { t } = useTranslation('library');
  const { may, status } = resource;
  const publishes = may.includes('publish') && status !== 'submitted';
  const opener = (form: OpenForm, label: string, Icon: ComponentType<{ size: number }>, variant = 'default') => (
    <Button
      variant={variant}
      leftSection={<Icon size={18} />}
      aria-expanded={open === form}
      onClick={() => onOpen(open === form ? null : form)}
    >
      {label}
    </Button>
  );
  return (
    <div className={classes.actions}>
      {may.includes('edit') && opener('edit', t('draft.edit'), IconPencil)}
      {resource.kind === 'recording' && may.includes('correct') && (
        <Button
          component={Link}
          to={`/library/${resource.id}/transcript`}
          variant="default"
          leftSection={<IconMessage2 size={18} />}
        >
          {t('draft.transcript')}
        </Button>
      )}
      {may.includes('withdraw') && opener('withdraw', t('draft.unpublish'), IconWorldOff)}
      {may.includes('trash') && opener('trash', t('draft.trash'), IconTrash)}
      {may.includes('take-back') && (
        <Button
          variant="default"
          leftSection={<IconArrowBackUp size={18} />}
          loading={steps.isPending}
          onClick={() => steps.mutate({ step: 'take-back' })}
        >
          {t('draft.takeBack')}
        </Button>
      )}
      {may.includes('restore') && (
        <Button
          leftSection={<IconArrowBackUp size={18} />}
          loading={steps.isPending}
          onClick={() => steps.mutate({ step: 'restore' })}
        >
          {t('draft.restore')}
        </Button>
      )}
      {may.includes('submit') && !publishes && opener('submit', t('draft.submit'), IconSend, 'filled')}
      {publishes && (
        <Button
          leftSection={<IconWorldCheck size={18} />}
          loading={steps.isPending}
          onClick={() => steps.mutate({ step: 'publish' })}
        >
          {t('draft.publish')}
        </Button>
      )}
    </div>
  );
}
