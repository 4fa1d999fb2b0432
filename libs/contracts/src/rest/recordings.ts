import { z } from 'zod';
import { Id, Instant } from '../primitives';
import { endpoint } from './endpoint';

/** recording → processing → ready | failed | cancelled; each of these → processing when it is processed again. */
export const RecordingStatus = z.enum(['recording', 'processing', 'ready', 'failed', 'cancelled']);
export type RecordingStatus = z.infer<typeof RecordingStatus>;

/** What is made of a recording when somebody asks for it: the video without patents, and the view in which all are alike. */
export const ExtraFormat = z.enum(['webm', 'grid']);
export type ExtraFormat = z.infer<typeof ExtraFormat>;

/** Those that every recording goes through. */
export const UsualStep = z.enum(['tracks', 'compose', 'transcribe', 'captions', 'renditions', 'thumbnail']);
export type UsualStep = z.infer<typeof UsualStep>;

/** The steps of processing, each a job of its own that can be run again. */
export const ProcessStep = z.enum([...UsualStep.options, ...ExtraFormat.options]);
export type ProcessStep = z.infer<typeof ProcessStep>;

/** What the queue does with a recording: each step is a job, and at last its files are put where the library has them. */
export const ProcessJob = z.enum([...ProcessStep.options, 'publish']);
export type ProcessJob = z.infer<typeof ProcessJob>;

/** Where a recording is in its processing. */
export const RecordingStep = z.enum(['queued', ...ProcessJob.options, 'import', 'done']);
export type RecordingStep = z.infer<typeof RecordingStep>;

/**
 * Why a recording stopped that nobody stopped: its disk had no room left, its files could not be written, or its server
 * died and did not come back in time.
 */
export const RecordingStopCause = z.enum(['disk-full', 'disk-error', 'server-lost']);
export type RecordingStopCause = z.infer<typeof RecordingStopCause>;

export const Recording = z
  .object({
    id: Id,
    webinarId: Id,
    status: RecordingStatus,
    startedAt: Instant,
    stoppedAt: Instant.nullable(),
    /** Null when a host stopped it, or the webinar ended. */
    stopCause: RecordingStopCause.nullable(),
    /** Since when it is paused. Nothing of a pause is in the result. */
    pausedAt: Instant.nullable(),
    /** How long it was paused before that, in milliseconds. */
    pausedMs: z.number().int(),
    /** 0 to 100, over the whole of the processing. */
    percent: z.number(),
    step: RecordingStep,
    /** Why it failed, in words for the host. */
    failure: z.string().nullable(),
    /** Set when something is missing in the result but the rest is good (no speech model, say). */
    notice: z.string().nullable(),
    /** Languages that were spoken and have no transcript, as there was no speech model for them. */
    untranscribed: z.array(z.string()),
    /** Those among them for which there is a model by now. */
    transcribable: z.array(z.string()),
    /** Whether what it is made of is still there: without it, nothing can be made anew or besides. */
    hasTracks: z.boolean(),
    /** What was made besides, because somebody asked for it. */
    extras: z.array(ExtraFormat),
    /** What is being made besides; the rest is whole meanwhile. */
    extra: ExtraFormat.nullable(),
    /** Its place in the library; there is something at it once `inLibrary` says so. */
    resourceId: Id.nullable(),
    inLibrary: z.boolean(),
  })
  .meta({ id: 'Recording' });
export type Recording = z.infer<typeof Recording>;

const RecordingParams = z.object({ recordingId: Id });

export const recordingEndpoints = {
  'GET /api/webinars/:webinarId/recordings': endpoint({
    summary: 'The recordings of a webinar and how far their processing is (host, co-host).',
    access: 'session',
    params: z.object({ webinarId: Id }),
    response: z.object({ recordings: z.array(Recording) }),
  }),
  'GET /api/recordings/:recordingId': endpoint({
    summary: 'One recording and how far its processing is (host, co-host, librarians, admins).',
    access: 'session',
    params: RecordingParams,
    response: Recording,
  }),
  'POST /api/recordings/:recordingId/extras': endpoint({
    summary:
      'Make something besides of a processed recording: a WebM, or the grid view (host, co-host, librarians, admins).',
    access: 'session',
    params: RecordingParams,
    body: z.object({ format: ExtraFormat }),
    response: Recording,
  }),
  'POST /api/recordings/:recordingId/transcribe': endpoint({
    summary:
      'Write down what was said, where there was no speech model for it before (host, co-host, librarians, admins).',
    access: 'session',
    params: RecordingParams,
    response: Recording,
  }),
  'POST /api/recordings/:recordingId/retry': endpoint({
    summary: 'Process a failed or cancelled recording again, from where it was (host, co-host, admins).',
    access: 'session',
    params: RecordingParams,
    response: Recording,
  }),
  'POST /api/recordings/:recordingId/rerun': endpoint({
    summary: 'Make one step of a processed recording anew, and what is made from it; corrections stay.',
    access: 'session',
    params: RecordingParams,
    body: z.object({ step: UsualStep }),
    response: Recording,
  }),
  'POST /api/recordings/:recordingId/cancel': endpoint({
    summary: 'Stop the processing. What was recorded is kept, and can be processed later.',
    access: 'session',
    params: RecordingParams,
    response: Recording,
  }),
} as const;
