import { z } from 'zod';
import { Id, Instant } from '../primitives';
import { endpoint } from './endpoint';

/** recording → processing → ready | failed; failed → processing on retry. */
export const RecordingStatus = z.enum(['recording', 'processing', 'ready', 'failed']);
export type RecordingStatus = z.infer<typeof RecordingStatus>;

/** The steps of processing, each a job of its own that can be run again. */
export const ProcessStep = z.enum(['tracks', 'compose', 'transcribe', 'captions', 'renditions', 'thumbnail']);
export type ProcessStep = z.infer<typeof ProcessStep>;

/** Where a recording is in its processing. */
export const RecordingStep = z.enum(['queued', ...ProcessStep.options, 'import', 'done']);
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
    resourceId: Id.nullable(),
  })
  .meta({ id: 'Recording' });
export type Recording = z.infer<typeof Recording>;

export const recordingEndpoints = {
  'GET /api/webinars/:webinarId/recordings': endpoint({
    summary: 'The recordings of a webinar and how far their processing is (host, co-host).',
    access: 'session',
    params: z.object({ webinarId: Id }),
    response: z.object({ recordings: z.array(Recording) }),
  }),
  'POST /api/recordings/:recordingId/retry': endpoint({
    summary: 'Process a failed recording again.',
    access: 'session',
    params: z.object({ recordingId: Id }),
    response: Recording,
  }),
} as const;
