import type { MessageState } from '@lectern/contracts';

const transitions: Record<'approve' | 'dismiss', Partial<Record<MessageState, MessageState>>> = {
  // Somebody may think better of it.
  approve: { pending: 'visible', dismissed: 'visible' },
  dismiss: { pending: 'dismissed' },
};

/** The state after a review, or null when there is nothing to review: what everyone has seen is deleted instead. */
export function afterReview(state: MessageState, approve: boolean): MessageState | null {
  return transitions[approve ? 'approve' : 'dismiss'][state] ?? null;
}
