import type { SiteRole } from '@lectern/contracts';

/** What one may do on the whole installation. */
export type SiteAction =
  | 'webinar:create'
  | 'account:invite'
  | 'account:manage'
  | 'library:contribute'
  /** Looks at contributions, publishes and withdraws anything. */
  | 'library:review'
  /** Decides the library's rules: who is reviewed, and under which agreement. */
  | 'library:manage'
  /** Sees what the queue does, and may cancel and repeat it. */
  | 'jobs:manage';

const memberActions: readonly SiteAction[] = ['webinar:create', 'library:contribute'];

const allowed: Record<SiteRole, readonly SiteAction[]> = {
  admin: [...memberActions, 'account:invite', 'account:manage', 'library:review', 'library:manage', 'jobs:manage'],
  librarian: [...memberActions, 'library:review'],
  member: memberActions,
  guest: [],
};

export const maySite = (role: SiteRole, action: SiteAction): boolean => allowed[role].includes(action);
