import { z } from 'zod';
import { Cursor, Email, Id, Instant, line, Password } from '../primitives';
import { AccountRole, SiteRole } from '../roles';
import { endpoint } from './endpoint';

/** The person behind a session: an account, or a guest who came by an invitation. */
export const Me = z
  .object({ id: Id, displayName: z.string(), email: z.string().nullable(), siteRole: SiteRole })
  .meta({ id: 'Me' });
export type Me = z.infer<typeof Me>;

/** Somebody who has an account, as administrators see them. */
export const AccountSummary = z
  .object({ id: Id, displayName: z.string(), email: z.string(), siteRole: AccountRole, createdAt: Instant })
  .meta({ id: 'AccountSummary' });
export type AccountSummary = z.infer<typeof AccountSummary>;

const NewAccount = z
  .object({ token: z.string().max(200), email: Email, password: Password, displayName: line(80) })
  .meta({ id: 'NewAccount' });

const Credentials = z.object({ email: Email, password: z.string().max(200) }).meta({ id: 'Credentials' });

export const identityEndpoints = {
  'GET /api/me': endpoint({
    summary: 'The person of this session, or null.',
    access: 'public',
    response: z.object({ me: Me.nullable() }),
  }),
  'POST /api/accounts': endpoint({
    summary: 'Make an account with a one-time link.',
    access: 'public',
    body: NewAccount,
    response: Me,
    status: 201,
  }),
  'POST /api/account-links': endpoint({
    summary: 'Make a one-time link with which one colleague makes an account (admins).',
    access: 'session',
    body: z.object({ siteRole: AccountRole.exclude(['admin']).default('member') }),
    response: z.object({ url: z.string(), expiresAt: z.string() }),
    status: 201,
  }),
  'GET /api/accounts': endpoint({
    summary: 'Who has an account, the newest first (admins).',
    access: 'session',
    query: z.object({ cursor: Cursor.optional(), limit: z.coerce.number().int().min(1).max(100).default(50) }),
    response: z.object({ accounts: z.array(AccountSummary), nextCursor: z.string().nullable() }),
  }),
  'PATCH /api/accounts/:accountId': endpoint({
    summary: 'Give an account another role (admins); the last administrator stays one.',
    access: 'session',
    params: z.object({ accountId: Id }),
    body: z.object({ siteRole: AccountRole }),
    response: AccountSummary,
  }),
  'POST /api/sessions': endpoint({
    summary: 'Sign in.',
    access: 'public',
    body: Credentials,
    response: Me,
    status: 201,
  }),
  'DELETE /api/sessions/current': endpoint({ summary: 'Sign out.', access: 'session', status: 204 }),
} as const;
