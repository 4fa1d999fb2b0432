import { z } from 'zod';
import { Poll, PollInput, PollTally } from '../events/polls';
import { Id, Instant } from '../primitives';
import { endpoint } from './endpoint';

export const ExportedPoll = z
  .object({
    ...Poll.pick({ id: true, kind: true, question: true, options: true, anonymous: true, state: true }).shape,
    correct: z.array(z.number().int()),
    voters: z.number().int(),
    openedAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    /** All answers, the most wanted first. */
    tally: PollTally,
    /** Who voted for what, by label; empty where the poll is anonymous. */
    votes: z.array(z.object({ name: z.string(), answers: z.array(z.string()), votedAt: Instant })),
  })
  .meta({ id: 'ExportedPoll' });
export type ExportedPoll = z.infer<typeof ExportedPoll>;

export const PollsExport = z
  .object({ webinar: z.object({ id: Id, title: z.string() }), exportedAt: Instant, polls: z.array(ExportedPoll) })
  .meta({ id: 'PollsExport' });
export type PollsExport = z.infer<typeof PollsExport>;

const params = z.object({ webinarId: Id });
const pollParams = z.object({ webinarId: Id, pollId: Id });

export const pollEndpoints = {
  'GET /api/webinars/:webinarId/polls': endpoint({
    summary: 'All polls of a webinar, drafts too, oldest first (staff).',
    access: 'session',
    params,
    response: z.object({ polls: z.array(Poll) }),
  }),
  'POST /api/webinars/:webinarId/polls': endpoint({
    summary: 'Write a poll; it is a draft until it is opened in the room (staff).',
    access: 'session',
    params,
    body: PollInput,
    response: Poll,
    status: 201,
  }),
  'PUT /api/webinars/:webinarId/polls/:pollId': endpoint({
    summary: 'Change a draft (staff).',
    access: 'session',
    params: pollParams,
    body: PollInput,
    response: Poll,
  }),
  'DELETE /api/webinars/:webinarId/polls/:pollId': endpoint({
    summary: 'Delete a draft (staff).',
    access: 'session',
    params: pollParams,
    status: 204,
  }),
  'GET /api/webinars/:webinarId/polls.json': endpoint({
    summary: 'All polls with their results; in polls that are not anonymous, with who voted for what (staff).',
    access: 'session',
    params,
    response: PollsExport,
  }),
  'GET /api/webinars/:webinarId/polls.csv': endpoint({
    summary: 'The same as a table, a line for each answer: CSV (RFC 4180) in UTF-8 with a byte order mark (staff).',
    access: 'session',
    params,
  }),
} as const;
