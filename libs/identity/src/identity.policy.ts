import type { SiteRole } from '@lectern/contracts';

/** What one may do on the whole installation. */
export type SiteAction = 'webinar:create' | 'account:invite' | 'library:contribute' | 'library:review';

const allowed: Record<SiteRole, readonly SiteAction[]> = {
  admin: ['webinar:create', 'account:invite', 'library:contribute', 'library:review'],
  member: ['webinar:create', 'library:contribute'],
  guest: [],
};

export const maySite = (role: SiteRole, action: SiteAction): boolean => allowed[role].includes(action);
