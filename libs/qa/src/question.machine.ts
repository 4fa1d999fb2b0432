import type { QuestionState } from '@lectern/contracts';

/** What can happen to a question after it was asked. */
export const questionActions = [
  'edit',
  'withdraw',
  'vote',
  'approve',
  'dismiss',
  'take-up',
  'answer',
  'reopen',
  'merge',
  'pin',
  'assign',
  'edit-answer',
] as const;
export type QuestionAction = (typeof questionActions)[number];

type Transitions = Partial<Record<QuestionState, QuestionState>>;

const transitions: Record<QuestionAction, Transitions> = {
  edit: { pending: 'pending' },
  withdraw: { pending: 'withdrawn' },
  vote: { approved: 'approved', answering: 'answering' },
  approve: { pending: 'approved', dismissed: 'approved' },
  dismiss: { pending: 'dismissed', approved: 'dismissed', answering: 'dismissed', answered: 'dismissed' },
  'take-up': { approved: 'answering' },
  // A written answer may come first, after, or more than once.
  answer: { approved: 'answered', answering: 'answered', answered: 'answered' },
  reopen: { answering: 'approved', answered: 'approved' },
  // What has been answered keeps its answer: the newer question is merged into it, not the other way.
  merge: { pending: 'merged', approved: 'merged', answering: 'merged' },
  pin: { approved: 'approved', answering: 'answering', answered: 'answered' },
  assign: { approved: 'approved', answering: 'answering' },
  'edit-answer': { approved: 'approved', answering: 'answering', answered: 'answered' },
};

/** The state after `action`, or null when it cannot happen in `state`. */
export function nextState(state: QuestionState, action: QuestionAction): QuestionState | null {
  return transitions[action][state] ?? null;
}

/** Whether everyone sees a question in this state. */
export function isPublic(state: QuestionState): boolean {
  return state === 'approved' || state === 'answering' || state === 'answered';
}

/** Whether a question in state `from` may go into one in state `into`: what everyone sees must not vanish from view. */
export function mayMergeInto(from: QuestionState, into: QuestionState): boolean {
  return isPublic(into) || (into === 'pending' && !isPublic(from));
}

/** Whether it still waits for its answer, and counts for what one person may have open. */
export function isOpen(state: QuestionState): boolean {
  return state === 'pending' || state === 'approved' || state === 'answering';
}
