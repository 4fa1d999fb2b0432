import { z } from 'zod';
import { ClientId, Cursor, Id, Instant, text } from '../primitives';
import { endpoint } from './endpoint';
import { Resource } from './library';

/** What a librarian decides of a contribution. */
export const ReviewDecision = z.enum(['approve', 'return', 'decline']);
export type ReviewDecision = z.infer<typeof ReviewDecision>;

/** What stands in the thread of a resource: what was said, and each step of its way. */
export const ReviewNoteKind = z.enum([
  'comment',
  'submitted',
  'taken-back',
  'returned',
  'approved',
  'declined',
  'published',
  'withdrawn',
  'trashed',
  'restored',
]);
export type ReviewNoteKind = z.infer<typeof ReviewNoteKind>;

export const ReviewNote = z
  .object({
    id: Id,
    kind: ReviewNoteKind,
    author: z.string(),
    /** Whether the reader wrote it. */
    mine: z.boolean(),
    text: z.string(),
    createdAt: Instant,
    /** Written by somebody else since the reader looked last. */
    isNew: z.boolean(),
  })
  .meta({ id: 'ReviewNote' });
export type ReviewNote = z.infer<typeof ReviewNote>;

/** Who has accepted which version of the contribution agreement. */
export const Acceptance = z
  .object({ version: z.number().int(), hash: z.string(), by: z.string(), acceptedAt: Instant })
  .meta({ id: 'Acceptance' });
export type Acceptance = z.infer<typeof Acceptance>;

/** The conditions under which people give to the library. */
export const Agreement = z
  .object({
    version: z.number().int(),
    text: z.string(),
    /** SHA-256 of the text, in hexadecimal digits. */
    hash: z.string(),
    createdAt: Instant,
  })
  .meta({ id: 'Agreement' });
export type Agreement = z.infer<typeof Agreement>;

/** A contribution as it stands in a list of the desk. */
export const Contribution = z
  .object({
    resource: Resource,
    contributor: z.string(),
    submittedAt: Instant.nullable(),
    /** When the last step or comment was. */
    changedAt: Instant,
    comments: z.number().int(),
    /** Steps and comments of others since the reader looked last. */
    news: z.number().int(),
  })
  .meta({ id: 'Contribution' });
export type Contribution = z.infer<typeof Contribution>;

/** Whose resources a librarian looks at before they are published; librarians publish their own directly. */
export const ReviewMode = z.enum(['all', 'contributions', 'none']);
export type ReviewMode = z.infer<typeof ReviewMode>;

export const LibrarySettings = z
  .object({
    /**
     * `all`: all that members make. `contributions`: all but recordings of their own webinars. `none`: nothing; members
     * publish for themselves.
     */
    review: ReviewMode,
    /** How long the trash keeps things. */
    trashDays: z.number().int().min(1).max(3_650),
  })
  .meta({ id: 'LibrarySettings' });
export type LibrarySettings = z.infer<typeof LibrarySettings>;

const ResourceParams = z.object({ resourceId: Id });
const Comment = text(5_000, 0);

/** Contributions: submitted, looked at, published or declined. */
export const reviewEndpoints = {
  'POST /api/resources/:resourceId/submit': endpoint({
    summary: 'Hand a draft to the librarians; CONFLICT when the agreement has a newer version than the one accepted.',
    access: 'session',
    params: ResourceParams,
    body: z.object({ agreement: z.number().int(), comment: Comment.default('') }),
    response: Resource,
  }),
  'POST /api/resources/:resourceId/take-back': endpoint({
    summary: 'Make a draft again of what was submitted.',
    access: 'session',
    params: ResourceParams,
    response: Resource,
  }),
  'POST /api/resources/:resourceId/review': endpoint({
    summary: 'Decide of a contribution (librarians); CONFLICT when it was submitted again since it was looked at.',
    access: 'session',
    params: ResourceParams,
    body: z
      .object({ decision: ReviewDecision, comment: Comment.default(''), submittedAt: Instant })
      .refine(({ decision, comment }) => decision === 'approve' || comment !== '', {
        path: ['comment'],
        message: 'Say why, or what should be changed.',
      }),
    response: Resource,
  }),
  'GET /api/resources/:resourceId/review': endpoint({
    summary: 'The thread of a resource: steps and comments, the oldest first (owner and librarians).',
    access: 'session',
    params: ResourceParams,
    response: z.object({
      submittedAt: Instant.nullable(),
      acceptance: Acceptance.nullable(),
      notes: z.array(ReviewNote),
    }),
  }),
  'POST /api/resources/:resourceId/review/notes': endpoint({
    summary: 'Comment on a resource; the same id again changes nothing.',
    access: 'session',
    params: ResourceParams,
    body: z.object({ id: ClientId, text: text(5_000) }),
    response: ReviewNote,
    status: 201,
  }),
  'POST /api/resources/:resourceId/review/seen': endpoint({
    summary: 'Note that the caller has read the thread up to now.',
    access: 'session',
    params: ResourceParams,
    status: 204,
  }),
  'GET /api/contributions': endpoint({
    summary:
      'Contributions: `mine` the caller’s own, the latest change first; `queue` what waits for a librarian, the longest first; `commented` what the caller has commented on; `closed` what was declined or withdrawn.',
    access: 'session',
    query: z.object({
      scope: z.enum(['mine', 'queue', 'returned', 'commented', 'closed']).default('mine'),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(50).default(20),
    }),
    response: z.object({ contributions: z.array(Contribution), nextCursor: z.string().nullable() }),
  }),
  'GET /api/contributions/news': endpoint({
    summary: 'How many contributions wait for the caller as a librarian, and how many have something new to read.',
    access: 'session',
    response: z.object({ waiting: z.number().int(), unread: z.number().int() }),
  }),
  'GET /api/library/agreement': endpoint({
    summary: 'The contribution agreement as it is now.',
    access: 'public',
    response: Agreement,
  }),
  'PUT /api/library/agreement': endpoint({
    summary: 'Write a new version of the contribution agreement (admins); what was accepted before stays known.',
    access: 'session',
    body: z.object({ text: text(20_000) }),
    response: Agreement,
  }),
  'GET /api/library/settings': endpoint({
    summary: 'How the library works on this installation (librarians).',
    access: 'session',
    response: LibrarySettings,
  }),
  'PUT /api/library/settings': endpoint({
    summary: 'Change how the library works (admins).',
    access: 'session',
    body: LibrarySettings,
    response: LibrarySettings,
  }),
  'GET /api/resources/:resourceId/tombstone': endpoint({
    summary: 'What is still said of a resource that was withdrawn.',
    access: 'public',
    params: ResourceParams,
    response: z.object({ title: z.string(), withdrawnAt: Instant, reason: z.string() }),
  }),
} as const;
