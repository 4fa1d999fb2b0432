import type { ResourceDetail, ResourceStatus, ReviewDecision } from '@lectern/contracts';

const possible: Partial<Record<ResourceStatus, readonly ReviewDecision[]>> = {
  submitted: ['approve', 'return', 'decline'],
  returned: ['decline'],
  declined: ['return'],
};

/** What can be decided of a contribution by its reader now. */
export function decisionsOf({ status, may }: Pick<ResourceDetail, 'status' | 'may'>): readonly ReviewDecision[] {
  return may.includes('review') ? (possible[status] ?? []) : [];
}
