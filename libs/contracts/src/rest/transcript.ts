import { z } from 'zod';
import { Id, Instant, LanguageTag, line, text } from '../primitives';
import { endpoint } from './endpoint';
import { Cue } from './library';

/** A cue with its identity, as it is edited. */
export const EditableCue = z.object({ id: Id, ...Cue.shape }).meta({ id: 'EditableCue' });
export type EditableCue = z.infer<typeof EditableCue>;

/** The longest recording, in seconds: a day. */
const LONGEST = 86_400;

/** What a person says of a cue. */
export const cueLimits = { text: 2_000, speaker: 120 };

const CueInput = z
  .object({
    id: Id,
    start: z.number().min(0).max(LONGEST),
    end: z.number().min(0).max(LONGEST),
    speaker: line(cueLimits.speaker),
    text: text(cueLimits.text),
    language: LanguageTag.nullish(),
    interpreted: z.boolean().optional(),
  })
  .refine(({ start, end }) => end > start, { path: ['end'], message: 'Must be after its start.' });

/** Counts every change of a transcript: who saves says what he saw, and is refused if somebody was faster. */
const Revision = z.number().int().nonnegative();

/** One person's work on a transcript at one sitting. */
export const TranscriptVersion = z
  .object({
    number: z.number().int(),
    /** null: as speech recognition gave it. */
    author: z.string().nullable(),
    startedAt: Instant,
    endedAt: Instant,
    /** Cues changed, added and removed. */
    changes: z.number().int(),
    current: z.boolean(),
  })
  .meta({ id: 'TranscriptVersion' });
export type TranscriptVersion = z.infer<typeof TranscriptVersion>;

const Params = z.object({ resourceId: Id });
const VersionParams = z.object({ resourceId: Id, number: z.coerce.number().int().min(1) });

/** Cues changed by one save. */
export const MOST_CHANGES = 500;

export const transcriptEndpoints = {
  'GET /api/resources/:resourceId/transcript': endpoint({
    summary: 'The transcript as it is edited: cues with ids, and the revision that a change must name.',
    access: 'session',
    params: Params,
    response: z.object({ revision: Revision, cues: z.array(EditableCue) }),
  }),
  'PATCH /api/resources/:resourceId/transcript': endpoint({
    summary: 'Change, add and remove cues; CONFLICT when the transcript is no longer at this revision.',
    access: 'session',
    params: Params,
    body: z.object({
      revision: Revision,
      changed: z.array(CueInput).max(MOST_CHANGES).default([]),
      removed: z.array(Id).max(MOST_CHANGES).default([]),
    }),
    response: z.object({ revision: Revision }),
  }),
  'GET /api/resources/:resourceId/transcript/versions': endpoint({
    summary: 'Who changed the transcript and when, the newest first.',
    access: 'session',
    params: Params,
    response: z.object({ versions: z.array(TranscriptVersion) }),
  }),
  'GET /api/resources/:resourceId/transcript/versions/:number': endpoint({
    summary: 'The transcript as it was in a version.',
    access: 'session',
    params: VersionParams,
    response: z.object({ cues: z.array(EditableCue) }),
  }),
  'POST /api/resources/:resourceId/transcript/versions/:number/restore': endpoint({
    summary: 'Make the cues of a version the current ones; what was there becomes a version itself.',
    access: 'session',
    params: VersionParams,
    body: z.object({ revision: Revision }),
    response: z.object({ revision: Revision }),
  }),
} as const;
