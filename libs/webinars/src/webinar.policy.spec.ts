import { type Role, roles } from '@lectern/contracts';
import { isStaff, mayWebinar, roleByLink, type WebinarAction } from './webinar.policy';

const table: Record<WebinarAction, Role[]> = {
  'webinar:edit': ['host', 'cohost'],
  'webinar:invite': ['host', 'cohost'],
  'webinar:start': ['host', 'cohost'],
  'webinar:end': ['host', 'cohost'],
  'recording:view': ['host', 'cohost'],
  'question:export': ['host', 'cohost', 'moderator'],
  'poll:prepare': ['host', 'cohost', 'moderator'],
  'room:green': ['host', 'cohost', 'moderator', 'presenter', 'interpreter', 'classroom'],
};

describe('webinar policy', () => {
  for (const [action, who] of Object.entries(table) as [WebinarAction, Role[]][])
    it.each([...roles, null])(`${action} by %s`, (role) => {
      expect(mayWebinar(role, action)).toBe(role !== null && who.includes(role));
    });

  it.each(roles)('%s is staff or not', (role) => {
    expect(isStaff(role)).toBe(['host', 'cohost', 'moderator'].includes(role));
  });

  it.each(roles.flatMap((role) => roles.map((link) => [role, link] as const)))(
    '%s who follows the link of %s',
    (role, link) => {
      const higher = roles.indexOf(link) < roles.indexOf(role) ? link : role;
      expect(roleByLink({ role, appointed: false }, link)).toBe(higher);
      expect(roleByLink({ role, appointed: true }, link)).toBe(role);
    },
  );
});
