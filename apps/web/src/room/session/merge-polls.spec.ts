import { poll } from '../testing/factories';
import { applyTallies, mergePoll, withoutPoll } from './merge-polls';

describe('polls', () => {
  const known = new Map([['p1', poll({ seq: 5, state: 'closed', tally: [{ pick: '0', label: 'Yes', votes: 2 }] })]]);

  it('are replaced by newer copies only', () => {
    expect(mergePoll(known, poll({ seq: 4 }))).toBe(known);
    expect(mergePoll(known, poll({ seq: 6 })).get('p1')?.seq).toBe(6);
    expect([...mergePoll(known, poll({ id: 'p2' })).keys()]).toEqual(['p1', 'p2']);
  });

  it('keep what their closing has told when a count without results comes late', () => {
    const after = applyTallies(known, [{ pollId: 'p1', voters: 3, tally: null }]).get('p1');
    expect(after).toMatchObject({ voters: 3, seq: 5, tally: [{ votes: 2 }] });
    expect(applyTallies(known, [{ pollId: 'other', voters: 1, tally: [] }]).size).toBe(1);
  });

  it('are gone once deleted', () => {
    expect(withoutPoll(known, 'p1').size).toBe(0);
    expect(withoutPoll(known, 'p2')).toBe(known);
  });
});
