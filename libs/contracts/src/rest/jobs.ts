import { z } from 'zod';
import { Cursor, Id, Instant } from '../primitives';
import { endpoint } from './endpoint';
import { RecordingStep } from './recordings';

export const JobState = z.enum(['waiting', 'running', 'failed', 'cancelled', 'done']);
export type JobState = z.infer<typeof JobState>;

/** The processing of one recording, or of one slide deck or video that somebody has uploaded. */
export const ProcessingJob = z
  .object({
    /** Of the recording or the material. */
    id: Id,
    kind: z.enum(['recording', 'material']),
    webinarId: Id,
    /** Of the webinar. */
    webinar: z.string(),
    /** Of the material; null for recordings. */
    title: z.string().nullable(),
    state: JobState,
    /** Whether it can be done anew: not once a recording's single tracks were removed. */
    repeatable: z.boolean(),
    /** Null for materials, which have one step alone. */
    step: RecordingStep.nullable(),
    percent: z.number(),
    /** When it was handed to the queue. */
    since: Instant,
    /** How often the present step was begun. */
    attempts: z.number().int(),
    failure: z.string().nullable(),
    /** The failure in the words of the program that failed. */
    detail: z.string().nullable(),
  })
  .meta({ id: 'ProcessingJob' });
export type ProcessingJob = z.infer<typeof ProcessingJob>;

export const jobEndpoints = {
  'GET /api/jobs': endpoint({
    summary: 'What the queue has to do and has done, over all webinars, the latest first (admins).',
    access: 'session',
    query: z.object({
      state: JobState.optional(),
      cursor: Cursor.optional(),
      limit: z.coerce.number().int().min(1).max(100).default(25),
    }),
    response: z.object({
      jobs: z.array(ProcessingJob),
      nextCursor: z.string().nullable(),
      counts: z.record(JobState, z.number().int()),
    }),
  }),
} as const;
