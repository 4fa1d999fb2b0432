import { z } from 'zod';
import { QuestionState } from '../events/qa';
import { Id, Instant } from '../primitives';
import { endpoint } from './endpoint';

export const ExportedQuestion = z
  .object({
    id: Id,
    text: z.string(),
    state: QuestionState,
    /** Null for who asked without a name. */
    author: z.string().nullable(),
    anonymous: z.boolean(),
    votes: z.number().int(),
    askedAt: Instant,
    /** Seconds from the session's start; null for what was asked before. */
    second: z.number().int().nullable(),
    takenUpAt: Instant.nullable(),
    takenUpSecond: z.number().int().nullable(),
    pinned: z.boolean(),
    assignee: z.string().nullable(),
    mergedInto: Id.nullable(),
    answers: z.array(
      z.object({ author: z.string(), text: z.string(), answeredAt: Instant, editedAt: Instant.nullable() }),
    ),
  })
  .meta({ id: 'ExportedQuestion' });
export type ExportedQuestion = z.infer<typeof ExportedQuestion>;

export const QuestionsExport = z
  .object({
    webinar: z.object({ id: Id, title: z.string(), startedAt: Instant.nullable() }),
    exportedAt: Instant,
    questions: z.array(ExportedQuestion),
  })
  .meta({ id: 'QuestionsExport' });
export type QuestionsExport = z.infer<typeof QuestionsExport>;

const params = z.object({ webinarId: Id });

export const questionEndpoints = {
  'GET /api/webinars/:webinarId/questions.json': endpoint({
    summary: 'All questions but those taken back, with their time in the session (staff).',
    access: 'session',
    params,
    response: QuestionsExport,
  }),
  'GET /api/webinars/:webinarId/questions.csv': endpoint({
    summary: 'The same as a table: CSV (RFC 4180) in UTF-8 with a byte order mark (staff).',
    access: 'session',
    params,
  }),
} as const;
