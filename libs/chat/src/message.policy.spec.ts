import { type Role, roles } from '@lectern/contracts';
import { isModerated, mayMessage, type MessageAction, mayUse } from './message.policy';

const staff: Role[] = ['host', 'cohost', 'moderator'];
const others: Record<MessageAction, readonly Role[]> = {
  send: roles,
  react: roles,
  delete: staff,
  review: staff,
  configure: staff,
};

describe('message policy', () => {
  for (const action of Object.keys(others) as MessageAction[])
    it.each(roles)(`${action} where it is not one's own, by %s`, (role) => {
      expect(mayMessage(role, action, false)).toBe(others[action].includes(role));
    });

  it.each(roles)('%s may delete what is their own, but not review it', (role) => {
    expect(mayMessage(role, 'delete', true)).toBe(true);
    expect(mayMessage(role, 'review', true)).toBe(staff.includes(role));
  });

  it.each(roles)('the channels of %s', (role) => {
    expect([mayUse(role, 'everyone'), mayUse(role, 'moderators')]).toEqual([true, true]);
    expect(mayUse(role, 'staff')).toBe(staff.includes(role));
  });

  it('lets the messages of attendees wait, and of nobody else', () => {
    expect(roles.filter(isModerated)).toEqual(['attendee']);
  });
});
