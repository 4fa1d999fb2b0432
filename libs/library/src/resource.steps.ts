import { wrongState } from '@lectern/kernel';
import type { ResourceRow } from './resource.entities';
import { nextStatus, type ResourceStep } from './resource.machine';

const refusals: Record<ResourceStep, string> = {
  submit: 'This waits for the librarians already, or needs no review.',
  'take-back': 'This does not wait for the librarians any more.',
  approve: 'This does not wait for the librarians any more.',
  return: 'Changes can be asked for while it waits, or after it was declined.',
  decline: 'This is published, or not submitted.',
  publish: 'This is published already.',
  withdraw: 'Only what is published can be withdrawn.',
};

/**
 * What a step changes of a resource.
 * @param reason why it is withdrawn
 * @throws DomainError WRONG_STATE when it cannot happen now
 */
export function stepTo(row: ResourceRow, step: ResourceStep, now: string, reason = ''): Partial<ResourceRow> {
  const status = nextStatus(row.status, step);
  if (status === null) throw wrongState(refusals[step]);
  if (status === 'submitted') return { status, submittedAt: now };
  if (status === 'withdrawn') return { status, withdrawnAt: now, withdrawnReason: reason };
  if (status !== 'published') return { status };
  // The time of the first publishing stays: links, feeds and harvesters know it.
  return { status, publishedAt: row.publishedAt ?? now, withdrawnAt: null, withdrawnReason: '' };
}

/** Of a resource that is new. */
export const untouched = {
  ...{ version: 1, revisedAt: null, submittedAt: null, withdrawnAt: null, withdrawnReason: '' },
  ...{ trashedAt: null, trashedBy: '', trashedStatus: null },
  ...{ purgingAt: null, purgedAt: null, tracksRemovedAt: null },
} as const;
