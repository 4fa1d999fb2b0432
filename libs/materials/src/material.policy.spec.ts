import { type Role, roles } from '@lectern/contracts';
import { type MaterialAction, mayMaterial, maySeePage } from './material.policy';

const table: Record<MaterialAction, Role[]> = {
  list: ['host', 'cohost', 'presenter'],
  upload: ['host', 'cohost', 'presenter'],
  present: ['host', 'cohost', 'presenter'],
  'delete-own': ['host', 'cohost', 'presenter'],
  'delete-any': ['host', 'cohost'],
};

describe('material policy', () => {
  for (const [action, who] of Object.entries(table) as [MaterialAction, Role[]][])
    it.each(roles)(`${action} by %s`, (role) => expect(mayMaterial(role, action)).toBe(who.includes(role)));

  it.each(roles)('which pages %s may fetch', (role) => {
    const pages = (reached: number) => [1, 2, 3, 4, 5].filter((page) => maySeePage(role, page, reached));
    const audience = role === 'attendee';
    expect(pages(0)).toEqual(audience ? [] : [1, 2, 3, 4, 5]);
    expect(pages(2)).toEqual(audience ? [1, 2, 3] : [1, 2, 3, 4, 5]);
  });
});
