import { QuestionState } from '@lectern/contracts';
import { isOpen, isPublic, mayMergeInto, nextState, type QuestionAction, questionActions } from './question.machine';

const table: Record<QuestionState, Partial<Record<QuestionAction, QuestionState>>> = {
  pending: { edit: 'pending', withdraw: 'withdrawn', approve: 'approved', dismiss: 'dismissed', merge: 'merged' },
  approved: {
    vote: 'approved',
    dismiss: 'dismissed',
    'take-up': 'answering',
    answer: 'answered',
    merge: 'merged',
    pin: 'approved',
    assign: 'approved',
    'edit-answer': 'approved',
  },
  answering: {
    vote: 'answering',
    dismiss: 'dismissed',
    answer: 'answered',
    reopen: 'approved',
    merge: 'merged',
    pin: 'answering',
    assign: 'answering',
    'edit-answer': 'answering',
  },
  answered: {
    dismiss: 'dismissed',
    answer: 'answered',
    reopen: 'approved',
    pin: 'answered',
    'edit-answer': 'answered',
  },
  dismissed: { approve: 'approved' },
  withdrawn: {},
  merged: {},
};

describe('question machine', () => {
  for (const state of QuestionState.options)
    it.each(questionActions)(`${state} + %s`, (action) => {
      expect(nextState(state, action)).toBe(table[state][action] ?? null);
    });

  it('shows everyone only what a moderator has approved', () => {
    expect(QuestionState.options.filter(isPublic)).toEqual(['approved', 'answering', 'answered']);
  });

  it('counts as open what still waits for its answer', () => {
    expect(QuestionState.options.filter(isOpen)).toEqual(['pending', 'approved', 'answering']);
  });

  it('merges into what is public, and what waits into what waits', () => {
    const into = (from: QuestionState) => QuestionState.options.filter((state) => mayMergeInto(from, state));
    expect(into('pending')).toEqual(['pending', 'approved', 'answering', 'answered']);
    expect(into('approved')).toEqual(['approved', 'answering', 'answered']);
  });
});
