import type { Poll } from '@lectern/contracts';
import { barsOf, sizeOf } from './shares';

const poll = (over: Partial<Poll>): Poll => ({
  id: 'p',
  seq: 1,
  kind: 'quiz',
  question: 'Which?',
  options: ['A', 'B', 'C'],
  correct: [1],
  most: 1,
  anonymous: true,
  results: 'live',
  state: 'closed',
  voters: 4,
  tally: null,
  openedAt: null,
  closedAt: null,
  ...over,
});

describe('results', () => {
  it('have a bar for each option, in their order, with its share of the voters', () => {
    const bars = barsOf(poll({}), [
      { pick: '2', label: 'C', votes: 3 },
      { pick: '1', label: 'B', votes: 1 },
    ]);
    expect(bars.map(({ label, votes, share, right }) => [label, votes, share, right])).toEqual([
      ['A', 0, 0, false],
      ['B', 1, 0.25, true],
      ['C', 3, 0.75, false],
    ]);
    expect(barsOf(poll({ correct: null }), []).some(({ right }) => right)).toBe(false);
  });

  it('of a rating have five bars, and no share before anybody has voted', () => {
    const bars = barsOf(poll({ kind: 'rating', options: [], voters: 0 }), []);
    expect(bars.map(({ pick, share }) => [pick, share])).toEqual(['5', '4', '3', '2', '1'].map((pick) => [pick, 0]));
  });

  it('make frequent words larger, within bounds', () => {
    const tally = [4, 1].map((votes) => ({ pick: String(votes), label: '', votes }));
    expect(tally.map(({ votes }) => sizeOf(votes, tally))).toEqual([1, 0.5]);
  });
});
