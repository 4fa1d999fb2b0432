import type { ResourceAction, ResourceStatus } from '@lectern/contracts';

type Transitions = Partial<Record<ResourceStatus, ResourceStatus>>;

/** Decisions of a review are actions of their own here: each leads elsewhere. */
export type ResourceStep = 'submit' | 'take-back' | 'approve' | 'return' | 'decline' | 'publish' | 'withdraw';

const transitions: Record<ResourceStep, Transitions> = {
  submit: { draft: 'submitted', returned: 'submitted', withdrawn: 'submitted' },
  'take-back': { submitted: 'draft' },
  approve: { submitted: 'published' },
  // What was declined can be asked for after all.
  return: { submitted: 'returned', declined: 'returned' },
  decline: { submitted: 'declined', returned: 'declined' },
  publish: {
    draft: 'published',
    submitted: 'published',
    returned: 'published',
    declined: 'published',
    withdrawn: 'published',
  },
  withdraw: { published: 'withdrawn' },
};

export const resourceSteps = Object.keys(transitions) as ResourceStep[];

/** The status after `step`, or null when it cannot happen in `status`. */
export function nextStatus(status: ResourceStatus, step: ResourceStep): ResourceStatus | null {
  return transitions[step][status] ?? null;
}

const stepsOf: Partial<Record<ResourceAction, readonly ResourceStep[]>> = {
  submit: ['submit'],
  'take-back': ['take-back'],
  review: ['approve', 'return', 'decline'],
  publish: ['publish'],
  withdraw: ['withdraw'],
};

/** What can be done with what is in the trash. */
const inTrash: readonly ResourceAction[] = ['view', 'restore', 'purge'];

/** Whether an action makes sense in a status; who may do it, the policy says. */
export function isPossible(status: ResourceStatus, action: ResourceAction, isTrashed = false): boolean {
  if (isTrashed) return inTrash.includes(action);
  if (action === 'restore' || action === 'purge') return false;
  const steps = stepsOf[action];
  return steps === undefined || steps.some((step) => nextStatus(status, step) !== null);
}
