import { SiteRole } from '@lectern/contracts';
import { maySite, type SiteAction } from './identity.policy';

const table: Record<SiteAction, SiteRole[]> = {
  'webinar:create': ['admin', 'librarian', 'member'],
  'account:invite': ['admin'],
  'account:manage': ['admin'],
  'library:contribute': ['admin', 'librarian', 'member'],
  'library:review': ['admin', 'librarian'],
  'library:manage': ['admin'],
  'jobs:manage': ['admin'],
};

describe('site policy', () => {
  for (const [action, who] of Object.entries(table) as [SiteAction, SiteRole[]][])
    it.each(SiteRole.options)(`${action} by %s`, (role) => {
      expect(maySite(role, action)).toBe(who.includes(role));
    });
});
