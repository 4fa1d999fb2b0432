import type { Question } from '@lectern/contracts';
import { question } from '../../testing/factories';
import { abilitiesOf } from '../../session/abilities';
import { neighbour } from './neighbour';
import { audienceLists, countByState, inState } from './order';
import { actionsFor } from './question-actions';

const map = (...list: Question[]) => new Map(list.map((q) => [q.id, q]));
const ids = (list: readonly Question[]) => list.map((q) => q.id);

describe('order of questions', () => {
  const open = map(question({ id: '1', votes: 2 }), question({ id: '2', votes: 5 }), question({ id: '3', votes: 2 }));

  it('is by votes, then by age; or the newest first', () => {
    expect(ids(inState(open, 'approved', 'votes'))).toEqual(['2', '1', '3']);
    expect(ids(inState(open, 'approved', 'time'))).toEqual(['3', '2', '1']);
  });

  it('keeps pinned ones above', () => {
    const pinned = map(
      question({ id: '1', votes: 2, pinnedAt: '2026-11-22T10:00:00.000Z' }),
      question({ id: '2', votes: 5 }),
    );
    expect(ids(inState(pinned, 'approved', 'votes'))).toEqual(['1', '2']);
  });

  it('is first come, first served for those that wait', () => {
    const waiting = map(question({ id: '2', state: 'pending' }), question({ id: '1', state: 'pending' }));
    expect(ids(inState(waiting, 'pending', 'votes'))).toEqual(['1', '2']);
  });

  it('shows the audience its own that wait, not those of others', () => {
    const all = map(question({ id: '1', state: 'pending', mine: true }), question({ id: '2', state: 'pending' }));
    expect(ids(audienceLists(all, 'votes').own)).toEqual(['1']);
    expect(countByState(all).pending).toBe(2);
  });
});

describe('what may be done', () => {
  it.each([
    ['moderator', 'pending', ['approve', 'dismiss', 'merge']],
    ['moderator', 'approved', ['take-up', 'reply', 'dismiss', 'pin', 'merge', 'assign']],
    ['presenter', 'approved', ['take-up', 'reply']],
    ['presenter', 'pending', []],
    ['host', 'dismissed', ['approve']],
    ['attendee', 'approved', []],
  ] as const)('by a %s with a question that is %s: %j', (role, state, actions) => {
    expect(actionsFor(state, abilitiesOf(role))).toEqual(actions);
  });
});

it('leaves answering to staff where the host wants it', () => {
  expect(actionsFor('approved', abilitiesOf('presenter'), 'staff')).toEqual([]);
});

describe('neighbour', () => {
  const list = [{ id: 'a' }, { id: 'b' }];
  it('begins at the first and ends at the ends', () => {
    expect(neighbour(list, null, 1)).toBe('a');
    expect(neighbour(list, 'a', 1)).toBe('b');
    expect(neighbour(list, 'b', 1)).toBeNull();
    expect(neighbour([], null, -1)).toBeNull();
  });
});
