import type { Role } from '@lectern/contracts';

/** What one may do with a webinar itself. */
export type WebinarAction =
  | 'webinar:edit'
  | 'webinar:invite'
  | 'webinar:start'
  | 'webinar:end'
  | 'recording:view'
  | 'room:green'
  | 'question:export'
  | 'poll:prepare';

const hosts: readonly Role[] = ['host', 'cohost'];

const allowed: Record<WebinarAction, readonly Role[]> = {
  'webinar:edit': hosts,
  'webinar:invite': hosts,
  'webinar:start': hosts,
  'webinar:end': hosts,
  'recording:view': hosts,
  'question:export': ['host', 'cohost', 'moderator'],
  /** Write polls ahead of time, and take their results home. */
  'poll:prepare': ['host', 'cohost', 'moderator'],
  /** Be in the room before its doors open. */
  'room:green': ['host', 'cohost', 'moderator', 'presenter', 'interpreter', 'classroom'],
};

/** @param role null for somebody who is not in this webinar */
export const mayWebinar = (role: Role | null, action: WebinarAction): boolean =>
  role !== null && allowed[action].includes(role);

/** Those who keep order: they see what waits, and may mute and remove. */
export const isStaff = (role: Role): boolean => role === 'host' || role === 'cohost' || role === 'moderator';

const rank: Record<Role, number> = {
  host: 0,
  cohost: 1,
  moderator: 2,
  presenter: 3,
  interpreter: 4,
  classroom: 5,
  attendee: 6,
};

/** Lower comes first in lists, and may not be muted or removed by those who come after. */
export const rankOf = (role: Role): number => rank[role];

const higherRole = (a: Role, b: Role): Role => (rank[a] <= rank[b] ? a : b);

/**
 * What somebody who follows one more link is then: of two links the one that allows more counts, but what a host has
 * made of a person, a host alone changes.
 */
export const roleByLink = ({ role, appointed }: { role: Role; appointed: boolean }, link: Role): Role =>
  appointed ? role : higherRole(role, link);
