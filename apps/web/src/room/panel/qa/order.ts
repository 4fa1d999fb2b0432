import type { Question, QuestionState } from '@lectern/contracts';

export type SortBy = 'votes' | 'time';

/** Ids are UUIDv7: their order is the order of asking. */
const older = (a: Question, b: Question): number => (a.id < b.id ? -1 : 1);
const newer = (a: Question, b: Question): number => older(b, a);
const byVotes = (a: Question, b: Question): number => b.votes - a.votes || older(a, b);
/** Pinned ones stand above, whatever the order below. */
const pinnedFirst = (list: Question[]): Question[] => [
  ...list.filter(({ pinnedAt }) => pinnedAt),
  ...list.filter(({ pinnedAt }) => !pinnedAt),
];
const byTakenUp = (a: Question, b: Question): number => (b.takenUpAt ?? '').localeCompare(a.takenUpAt ?? '');

/** The questions in one state, in the order in which that state is worked through. */
export function inState(questions: ReadonlyMap<string, Question>, state: QuestionState, sort: SortBy): Question[] {
  const list = [...questions.values()].filter((question) => question.state === state);
  if (state === 'answering' || state === 'answered') return pinnedFirst(list.sort(byTakenUp));
  if (state === 'pending') return list.sort(older);
  return pinnedFirst(list.sort(sort === 'votes' ? byVotes : newer));
}

export interface AudienceLists {
  /** One's own that wait, or were set aside. */
  own: Question[];
  answering: Question[];
  open: Question[];
  answered: Question[];
}

/** What somebody in the audience sees. */
export function audienceLists(questions: ReadonlyMap<string, Question>, sort: SortBy): AudienceLists {
  const mine = (state: QuestionState) => inState(questions, state, 'time').filter((question) => question.mine);
  return {
    own: [...mine('pending'), ...mine('merged'), ...mine('dismissed')],
    answering: inState(questions, 'answering', sort),
    open: inState(questions, 'approved', sort),
    answered: inState(questions, 'answered', sort),
  };
}

export function countByState(questions: ReadonlyMap<string, Question>): Record<QuestionState, number> {
  const counts = { pending: 0, approved: 0, answering: 0, answered: 0, dismissed: 0, withdrawn: 0, merged: 0 };
  for (const question of questions.values()) counts[question.state] += 1;
  return counts;
}
