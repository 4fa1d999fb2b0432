import { z } from 'zod';
import { Cursor, Id, Instant, InstantInput, LanguageTag, line, text, TimeZone } from '../primitives';
import { Role } from '../roles';
import { SocketTicket } from '../socket-ticket';
import { endpoint } from './endpoint';

export const WebinarStatus = z.enum(['scheduled', 'live', 'ended']);
export type WebinarStatus = z.infer<typeof WebinarStatus>;

/** One part of a webinar. Relative, so that a webinar that is moved keeps its agenda. */
export const AgendaItem = z
  .object({
    /** From the planned start. */
    offsetMinutes: z.number().int().min(0).max(1440),
    title: line(160),
    /** Empty where nobody in particular speaks. */
    speaker: text(120, 0),
  })
  .meta({ id: 'AgendaItem' });
export type AgendaItem = z.infer<typeof AgendaItem>;

const Agenda = z
  .array(AgendaItem)
  .max(50)
  .transform((items) => [...items].sort((a, b) => a.offsetMinutes - b.offsetMinutes));

export const Webinar = z
  .object({
    id: Id,
    title: z.string(),
    description: z.string(),
    languages: z.array(z.string()),
    startsAt: Instant,
    /** The host's zone, in which the event was planned. Viewers see their own. */
    timeZone: z.string(),
    durationMinutes: z.number().int(),
    /** In the order of time. */
    agenda: z.array(AgendaItem),
    status: WebinarStatus,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    createdAt: Instant,
  })
  .meta({ id: 'Webinar' });
export type Webinar = z.infer<typeof Webinar>;

export const WebinarInput = z
  .object({
    title: line(160),
    description: text(10_000, 0).default(''),
    languages: z
      .array(LanguageTag)
      .min(1)
      .max(20)
      .transform((tags) => [...new Set(tags)]),
    startsAt: InstantInput,
    timeZone: TimeZone,
    durationMinutes: z.number().int().min(5).max(1440),
    agenda: Agenda.default([]),
  })
  .meta({ id: 'WebinarInput' });
export type WebinarInput = z.infer<typeof WebinarInput>;

// Written out, not `.partial()`: a default must not fill what the caller left as it is.
export const WebinarPatch = z
  .object({ ...WebinarInput.shape, description: text(10_000, 0), agenda: Agenda })
  .partial()
  .meta({ id: 'WebinarPatch' });
export type WebinarPatch = z.infer<typeof WebinarPatch>;

export const Invitation = z
  .object({
    id: Id,
    role: Role,
    /** Absolute address to hand out. */
    url: z.string(),
    createdAt: Instant,
    revokedAt: Instant.nullable(),
    /** How many people have come by it. */
    uses: z.number().int(),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.infer<typeof Invitation>;

/** What a link's bearer may see before entering. */
export const InvitationPreview = z
  .object({ webinar: Webinar, role: Role, hostName: z.string(), me: z.object({ displayName: z.string() }).nullable() })
  .meta({ id: 'InvitationPreview' });

const WebinarParams = z.object({ webinarId: Id });
const TokenParams = z.object({ token: z.string().max(200) });

export const webinarEndpoints = {
  'GET /api/webinars': endpoint({
    summary: "The programme: upcoming and live webinars, or (scope=mine) the caller's own, newest first.",
    access: 'public',
    query: z.object({
      scope: z.enum(['upcoming', 'mine']).default('upcoming'),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    response: z.object({ webinars: z.array(Webinar), nextCursor: z.string().nullable() }),
  }),
  'POST /api/webinars': endpoint({
    summary: 'Schedule a webinar; its four invitation links are made with it.',
    access: 'session',
    body: WebinarInput,
    response: Webinar,
    status: 201,
  }),
  'GET /api/webinars/:webinarId': endpoint({
    summary: 'One webinar, with what the caller is in it.',
    access: 'public',
    params: WebinarParams,
    response: z.object({ webinar: Webinar, hostName: z.string(), myRole: Role.nullable() }),
  }),
  'PATCH /api/webinars/:webinarId': endpoint({
    summary: 'Change a webinar (host, co-host).',
    access: 'session',
    params: WebinarParams,
    body: WebinarPatch,
    response: Webinar,
  }),
  'GET /api/webinars/:webinarId/invitations': endpoint({
    summary: 'The invitation links (host, co-host).',
    access: 'session',
    params: WebinarParams,
    response: z.object({ invitations: z.array(Invitation) }),
  }),
  'POST /api/webinars/:webinarId/invitations': endpoint({
    summary: 'Make one more invitation link.',
    access: 'session',
    params: WebinarParams,
    body: z.object({ role: Role }),
    response: Invitation,
    status: 201,
  }),
  'DELETE /api/webinars/:webinarId/invitations/:invitationId': endpoint({
    summary: 'Revoke an invitation link: nobody enters by it any more; who is in stays.',
    access: 'session',
    params: z.object({ webinarId: Id, invitationId: Id }),
    status: 204,
  }),
  'GET /api/invitations/:token': endpoint({
    summary: 'What an invitation link is for.',
    access: 'public',
    params: TokenParams,
    response: InvitationPreview,
  }),
  'POST /api/invitations/:token/accept': endpoint({
    summary:
      'Enter by an invitation link; makes a guest session where there is none. Brings a first ticket for the socket.',
    access: 'public',
    params: TokenParams,
    body: z.object({ displayName: line(80) }),
    response: z.object({ webinarId: Id, role: Role, ticket: SocketTicket }),
  }),
  'POST /api/webinars/:webinarId/tickets': endpoint({
    summary: 'A ticket for the socket handshake: one use, 60 seconds.',
    access: 'session',
    params: WebinarParams,
    response: SocketTicket,
    status: 201,
  }),
} as const;
