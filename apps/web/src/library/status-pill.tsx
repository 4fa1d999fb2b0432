import type { ResourceStatus } from '@lectern/contracts';
import { useTranslation } from 'react-i18next';
import { Pill } from '../ui/pill';

const tones = {
  draft: 'wait',
  submitted: 'wait',
  returned: 'wait',
  published: 'done',
  declined: 'failed',
  withdrawn: 'quiet',
} as const satisfies Record<ResourceStatus, unknown>;

/** How far a resource is. */
export function ResourceStatusPill({ status }: { status: ResourceStatus }) {
  const { t } = useTranslation();
  return <Pill tone={tones[status]}>{t(`statuses.${status}`)}</Pill>;
}
