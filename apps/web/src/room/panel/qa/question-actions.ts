import type { QaSettings, QuestionState } from '@lectern/contracts';
import type { Abilities } from '../../session/abilities';

/** `done`: answered by voice, nothing to type. */
export type QuestionAction =
  'approve' | 'dismiss' | 'take-up' | 'done' | 'reply' | 'reopen' | 'pin' | 'merge' | 'assign';

const possible: Record<QuestionState, readonly QuestionAction[]> = {
  pending: ['approve', 'dismiss', 'merge'],
  approved: ['take-up', 'reply', 'dismiss', 'pin', 'merge', 'assign'],
  answering: ['done', 'reply', 'reopen', 'pin', 'merge', 'assign'],
  answered: ['reply', 'reopen', 'pin'],
  dismissed: ['approve'],
  withdrawn: [],
  merged: [],
};

const answering: ReadonlySet<QuestionAction> = new Set(['take-up', 'done', 'reply']);

/** What this person may do with a question in this state, most likely first. */
export function actionsFor(
  state: QuestionState,
  { moderate, answer }: Abilities,
  answerers: QaSettings['answerers'] = 'presenters',
): QuestionAction[] {
  const mayAnswer = moderate || (answer && answerers === 'presenters');
  return possible[state].filter((action) => (answering.has(action) ? mayAnswer : moderate));
}

export const actionKeys: Partial<Record<string, QuestionAction>> = {
  a: 'approve',
  d: 'dismiss',
  l: 'take-up',
  r: 'reply',
  m: 'merge',
  p: 'pin',
};
