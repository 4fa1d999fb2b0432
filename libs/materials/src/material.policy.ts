import type { Role } from '@lectern/contracts';
import { mayWebinar } from '@lectern/webinars';

/** `list`, `upload`, `present`: all that a presenter needs. `delete-any`: also what others have uploaded. */
export type MaterialAction = 'list' | 'upload' | 'present' | 'delete-own' | 'delete-any';

const presenters: readonly Role[] = ['host', 'cohost', 'presenter'];
const hosts: readonly Role[] = ['host', 'cohost'];

const allowed: Record<MaterialAction, readonly Role[]> = {
  list: presenters,
  upload: presenters,
  present: presenters,
  'delete-own': presenters,
  'delete-any': hosts,
};

export const mayMaterial = (role: Role, action: MaterialAction): boolean => allowed[action].includes(role);

/**
 * Who may fetch a page: those backstage any; the audience what was shown to it and the one after, which the page loads
 * ahead. A clip counts as one page.
 * @param reached the furthest page that the audience has seen; 0 when it has seen nothing
 */
export const maySeePage = (role: Role, page: number, reached: number): boolean =>
  mayWebinar(role, 'room:green') || (reached > 0 && page <= reached + 1);
