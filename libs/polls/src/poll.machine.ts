import type { PollKind, PollState } from '@lectern/contracts';

/** What can happen to a poll after it was written. */
export const pollActions = ['edit', 'delete', 'open', 'close', 'reopen', 'vote'] as const;
export type PollAction = (typeof pollActions)[number];

const transitions: Record<PollAction, Partial<Record<PollState, PollState>>> = {
  edit: { draft: 'draft' },
  delete: { draft: 'draft' },
  open: { draft: 'open' },
  close: { open: 'closed' },
  reopen: { closed: 'open' },
  vote: { open: 'open' },
};

/** The state after `action`, or null when it cannot happen in `state`. */
export function nextState(state: PollState, action: PollAction, kind: PollKind): PollState | null {
  // Once closed, everyone knows the right answers.
  if (kind === 'quiz' && action === 'reopen') return null;
  return transitions[action][state] ?? null;
}
