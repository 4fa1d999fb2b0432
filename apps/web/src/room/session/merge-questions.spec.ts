import { question } from '../testing/factories';
import { applyVotes, hideQuestion, mergeQuestions, moveVotes } from './merge-questions';

const known = mergeQuestions(new Map(), [question({ id: 'a', seq: 5, votes: 2 })]);

describe('questions', () => {
  it('takes the newer copy and ignores one that comes late', () => {
    expect(mergeQuestions(known, [question({ id: 'a', seq: 6, text: 'New' })]).get('a')?.text).toBe('New');
    expect(mergeQuestions(known, [question({ id: 'a', seq: 4, text: 'Old' })])).toBe(known);
  });

  it.each([
    ['withdrawn', 'Why?', false],
    ['dismissed', '', false],
    ['dismissed', 'Why?', true],
  ] as const)('keeps a question that is %s with the text "%s": %s', (state, text, kept) => {
    expect(mergeQuestions(known, [question({ id: 'a', seq: 6, state, text })]).has('a')).toBe(kept);
  });

  it('hides what may not be seen any more, but not if it was shown again since', () => {
    expect(hideQuestion(known, { questionId: 'a', seq: 6 }).size).toBe(0);
    expect(hideQuestion(known, { questionId: 'a', seq: 4 })).toBe(known);
  });

  it('counts votes without touching the others', () => {
    const two = mergeQuestions(known, [question({ id: 'b' })]);
    const voted = applyVotes(two, [{ questionId: 'a', votes: 9 }]);
    expect(voted.get('a')).toMatchObject({ votes: 9, seq: 5 });
    expect(voted.get('b')).toBe(two.get('b'));
  });

  it('stays the same object when no count is new', () => {
    expect(applyVotes(known, [{ questionId: 'a', votes: 2 }])).toBe(known);
  });
});

describe('votes for a merged question', () => {
  it('go where it went, and stay what they are else', () => {
    const mine = new Set(['a', 'b']);
    expect([...moveVotes(mine, [{ id: 'a', mergedInto: 'c' }])]).toEqual(['b', 'c']);
    expect(moveVotes(mine, [{ id: 'x', mergedInto: 'c' }])).toBe(mine);
    expect(moveVotes(mine, [{ id: 'a', mergedInto: null }])).toBe(mine);
  });
});
