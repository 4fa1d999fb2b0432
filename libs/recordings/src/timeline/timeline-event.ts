import { MediaSource } from '@lectern/contracts';
import { z } from 'zod';

/** Epoch milliseconds on the recording's clock. */
const at = z.number();
const trackId = z.string();
const participantId = z.string();
const questionId = z.string();
const pollId = z.string();

const opened = {
  at,
  trackId,
  producerId: z.string(),
  participantId,
  displayName: z.string(),
  source: MediaSource,
};

/** What is shown to the whole room: a page of slides, or a video and the second at which it was then. */
export const PresentedState = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('deck'), materialId: z.string(), page: z.number() }),
  z.object({
    kind: z.literal('clip'),
    materialId: z.string(),
    playing: z.boolean(),
    position: z.number(),
    hasVideo: z.boolean(),
    hasAudio: z.boolean(),
  }),
]);
export type PresentedState = z.infer<typeof PresentedState>;

/** One line of `timeline.jsonl`. Readers skip types they do not know, so that new ones can be added. */
export const TimelineEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('recording-started'), at, recordingId: z.string(), title: z.string().optional() }),
  z.object({ type: z.literal('recording-stopped'), at, reason: z.string().optional() }),
  /** Up to the next `recording-resumed` nothing is captured, and nothing of it is in the result. */
  z.object({ type: z.literal('recording-paused'), at }),
  z.object({ type: z.literal('recording-resumed'), at }),
  z.object({ type: z.literal('track-opened'), ...opened }),
  z.object({ type: z.literal('track-closed'), at, trackId }),
  /** The file ends before its source did: the disk was full, or the capture process died. */
  z.object({ type: z.literal('track-lost'), at, trackId, reason: z.string() }),
  z.object({ type: z.literal('track-paused'), at, trackId }),
  z.object({ type: z.literal('track-resumed'), at, trackId }),
  z.object({ type: z.literal('speaker-changed'), at, participantId: participantId.nullable() }),
  z.object({ type: z.literal('participant-joined'), at, participantId, displayName: z.string() }),
  z.object({ type: z.literal('participant-left'), at, participantId }),
  /** Muted by a moderator, or no longer; what a person turns off alone is `track-paused`. */
  z.object({ type: z.literal('participant-muted'), at, participantId, muted: z.boolean() }),
  /** A host has put somebody into the large picture for all; null: nobody any more. */
  z.object({ type: z.literal('spotlight-changed'), at, participantId: participantId.nullable() }),
  z.object({ type: z.literal('question-asked'), at, questionId }),
  z.object({ type: z.literal('question-taken-up'), at, questionId }),
  z.object({ type: z.literal('question-answered'), at, questionId }),
  z.object({ type: z.literal('poll-opened'), at, pollId }),
  z.object({ type: z.literal('poll-closed'), at, pollId }),
  z.object({ type: z.literal('presentation-changed'), at, shown: PresentedState.nullable() }),
]);
export type TimelineEvent = z.infer<typeof TimelineEvent>;

type WithoutTime<E> = E extends TimelineEvent ? Omit<E, 'at'> & { at?: number } : never;

/** An event to be written; without `at` it happens now. */
export type NewTimelineEvent = WithoutTime<TimelineEvent>;

/** The name of the file in a recording's folder. */
export const TIMELINE_FILE = 'timeline.jsonl';
