import { z } from 'zod';

/** What a person is in one webinar. */
export const roles = ['host', 'cohost', 'moderator', 'presenter', 'interpreter', 'classroom', 'attendee'] as const;
export const Role = z.enum(roles);
export type Role = z.infer<typeof Role>;

/** Roles for which a webinar has an invitation link from the start. */
export const invitedRoles = ['host', 'moderator', 'presenter', 'attendee'] as const satisfies readonly Role[];

/** Roles that are given in mid-session. A host is a host by invitation alone. */
export const AppointedRole = Role.extract(['cohost', 'moderator', 'presenter', 'interpreter', 'attendee']);
export type AppointedRole = z.infer<typeof AppointedRole>;

/** What an account is on the whole installation. */
export const SiteRole = z.enum(['admin', 'librarian', 'member', 'guest']);
export type SiteRole = z.infer<typeof SiteRole>;

/** What an administrator makes of who has an account. */
export const AccountRole = SiteRole.exclude(['guest']);
export type AccountRole = z.infer<typeof AccountRole>;
