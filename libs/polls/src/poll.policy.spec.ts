import { roles } from '@lectern/contracts';
import { pollActions } from './poll.machine';
import { mayPoll, maySee } from './poll.policy';

const staff = ['host', 'cohost', 'moderator'];

describe('poll policy', () => {
  for (const action of pollActions)
    it.each(roles)(`${action} by %s`, (role) => {
      expect(mayPoll(role, action)).toBe(action === 'vote' || staff.includes(role));
    });

  it.each(roles)('what %s sees', (role) => {
    expect([maySee(role, 'open'), maySee(role, 'closed')]).toEqual([true, true]);
    expect(maySee(role, 'draft')).toBe(staff.includes(role));
  });
});
