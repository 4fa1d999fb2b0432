import type { PollResults, PollState } from '@lectern/contracts';
import type { PollRow } from './poll.entities';
import { toPoll } from './poll.view';

const row = (state: PollState, results: PollResults): PollRow => ({
  id: 'p',
  webinarId: 'w',
  seq: 1,
  kind: 'quiz',
  question: 'Which?',
  options: ['A', 'B'],
  correct: [1],
  anonymous: true,
  results,
  state,
  voters: 2,
  createdAt: '',
  openedAt: null,
  closedAt: null,
});
const tally = [{ pick: '0', label: 'A', votes: 2 }];

describe('a poll', () => {
  it.each([
    ['open', 'live', true, false],
    ['open', 'closed', false, false],
    ['closed', 'live', true, true],
    ['closed', 'closed', true, true],
  ] as const)(
    'that is %s, results %s: the audience sees counts %s, right answers %s',
    (state, results, counts, right) => {
      const seen = toPoll(row(state, results), tally, false);
      expect([seen.tally !== null, seen.correct !== null]).toEqual([counts, right]);
      expect(toPoll(row(state, results), tally, true)).toMatchObject({ tally, correct: [1] });
    },
  );
});
