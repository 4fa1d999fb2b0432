import { z } from 'zod';
import { Cursor, Id, Instant, text } from '../primitives';
import { endpoint } from './endpoint';
import { Resource } from './library';

/** `archive`: the result stays, the single tracks go. `delete`: the whole recording goes to the trash. */
export const RetentionAction = z.enum(['keep', 'archive', 'delete']);
export type RetentionAction = z.infer<typeof RetentionAction>;

/** What becomes of the recordings of a series with time. */
export const RetentionRule = z
  .object({
    /** Null: recordings of no series that has a rule. */
    seriesId: Id.nullable(),
    action: RetentionAction,
    /** Days since the recording; of no account for `keep`. */
    afterDays: z.number().int().min(1).max(36_500),
  })
  .meta({ id: 'RetentionRule' });
export type RetentionRule = z.infer<typeof RetentionRule>;

export const TrashedResource = z
  .object({
    resource: Resource,
    trashedAt: Instant,
    /** Who put it there; "Lectern" for a rule. */
    by: z.string(),
    /** When its files are removed for good. */
    removedAt: Instant,
  })
  .meta({ id: 'TrashedResource' });
export type TrashedResource = z.infer<typeof TrashedResource>;

const ResourceParams = z.object({ resourceId: Id });

/** Getting rid of resources: the trash, and rules by which recordings go. */
export const retentionEndpoints = {
  'POST /api/resources/:resourceId/trash': endpoint({
    summary: 'Put a resource into the trash; one that was public is withdrawn with the reason.',
    access: 'session',
    params: ResourceParams,
    body: z.object({ reason: text(1_000, 0).default('') }),
    response: Resource,
  }),
  'POST /api/resources/:resourceId/restore': endpoint({
    summary: 'Take a resource out of the trash; it is then what it was before.',
    access: 'session',
    params: ResourceParams,
    response: Resource,
  }),
  'POST /api/resources/:resourceId/purge': endpoint({
    summary: 'Remove what is in the trash for good, at once (admins).',
    access: 'session',
    params: ResourceParams,
    status: 204,
  }),
  'GET /api/trash': endpoint({
    summary: 'What is in the trash, the latest first: the caller’s own, or everything for librarians.',
    access: 'session',
    query: z.object({ cursor: Cursor.optional(), limit: z.coerce.number().int().min(1).max(50).default(20) }),
    response: z.object({ resources: z.array(TrashedResource), nextCursor: z.string().nullable() }),
  }),
  'GET /api/retention': endpoint({
    summary: 'The rules, that of recordings without one first, with the titles of their series (librarians).',
    access: 'session',
    response: z.object({ rules: z.array(z.object({ ...RetentionRule.shape, title: z.string().nullable() })) }),
  }),
  'POST /api/retention/preview': endpoint({
    summary: 'What a rule would do today if it were saved: how many recordings it meets, and the oldest of them.',
    access: 'session',
    body: RetentionRule,
    response: z.object({ count: z.number().int(), resources: z.array(Resource) }),
  }),
  'PUT /api/retention': endpoint({
    summary: 'Save the rule of a series, or that of recordings without one (librarians).',
    access: 'session',
    body: RetentionRule,
    status: 204,
  }),
  'DELETE /api/retention/:seriesId': endpoint({
    summary: 'Forget the rule of a series (librarians).',
    access: 'session',
    params: z.object({ seriesId: Id }),
    status: 204,
  }),
} as const;
