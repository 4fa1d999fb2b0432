import { z } from 'zod';
import { Id, text } from '../primitives';
import { endpoint } from './endpoint';
import { MediaSource } from '../events/media';

/** What is recorded of a session. The chat never is. */
export const RecordingChoices = z
  .object({
    microphones: z.boolean(),
    cameras: z.boolean(),
    /** Shared screens with their sound. */
    screens: z.boolean(),
    /** Slides and videos that are shown to all. */
    slides: z.boolean(),
    /** People of the audience who were invited to the stage. */
    guests: z.boolean(),
    /** Whether the questions are published beside the recording. */
    questions: z.boolean(),
    /** Whether the published questions say who asked. */
    names: z.boolean(),
  })
  .meta({ id: 'RecordingChoices' });
export type RecordingChoices = z.infer<typeof RecordingChoices>;

/** What a host has set for the recordings of one webinar. */
export const RecordingSettings = z
  .object({
    /** It will be recorded: those who come are told, and agree before they enter. */
    planned: z.boolean(),
    choices: RecordingChoices.refine(
      ({ microphones, cameras, screens, slides }) => microphones || cameras || screens || slides,
      'Of sound, cameras, screens and slides at least one must be recorded.',
    ),
    /** What people agree to; null: the text that comes with Lectern, in the reader's language. */
    consentText: text(4_000).nullable(),
  })
  .meta({ id: 'RecordingSettings' });
export type RecordingSettings = z.infer<typeof RecordingSettings>;

export const defaultRecordingChoices: RecordingChoices = {
  microphones: true,
  cameras: true,
  screens: true,
  slides: true,
  guests: true,
  questions: true,
  names: true,
};
export const defaultRecordingSettings: RecordingSettings = {
  planned: false,
  choices: defaultRecordingChoices,
  consentText: null,
};

/** Names a consent text: another text has another name, and is to be agreed to anew. */
export const ConsentVersion = z.string().regex(/^[a-z0-9-]{1,40}$/, 'Not a version of a consent text.');
/** Of the text that comes with Lectern (`consent.standard` of the web client): another when that says something else. */
export const standardConsentVersion = 'standard-1';

/** What everyone may know before they enter. */
export const RecordingTerms = z
  .object({ ...RecordingSettings.shape, version: ConsentVersion })
  .meta({ id: 'RecordingTerms' });
export type RecordingTerms = z.infer<typeof RecordingTerms>;

/** Where one person stands towards the recordings of a webinar. */
export const RecordingStanding = z
  .object({
    /** Has agreed to the present text. */
    consented: z.boolean(),
    /** Has asked not to be in the result. */
    leftOut: z.boolean(),
  })
  .meta({ id: 'RecordingStanding' });
export type RecordingStanding = z.infer<typeof RecordingStanding>;

/** Somebody of whom a recording holds tracks. */
export const RecordedPerson = z
  .object({
    participantId: Id,
    displayName: z.string(),
    sources: z.array(MediaSource),
    leftOut: z.boolean(),
    /** They have asked for it themselves: hosts cannot take them in again. */
    byThemselves: z.boolean(),
  })
  .meta({ id: 'RecordedPerson' });
export type RecordedPerson = z.infer<typeof RecordedPerson>;

const WebinarParams = z.object({ webinarId: Id });

export const recordingTermsEndpoints = {
  'GET /api/webinars/:webinarId/recording-terms': endpoint({
    summary:
      'Whether and what is recorded, the text to agree to, and where the caller stands (null: not of this webinar).',
    access: 'public',
    params: WebinarParams,
    response: z.object({ terms: RecordingTerms, running: z.boolean(), standing: RecordingStanding.nullable() }),
  }),
  'PUT /api/webinars/:webinarId/recording-terms': endpoint({
    summary: 'Set what is recorded, from the next recording on, and the text to agree to (host, co-host).',
    access: 'session',
    params: WebinarParams,
    body: RecordingSettings,
    response: RecordingTerms,
  }),
  'POST /api/webinars/:webinarId/recording-consent': endpoint({
    summary: 'Agree to be recorded, before entering; who, when and to which text is kept.',
    access: 'session',
    params: WebinarParams,
    body: z.object({ version: ConsentVersion }),
    response: RecordingStanding,
  }),
  'PUT /api/webinars/:webinarId/recording-standing': endpoint({
    summary: 'Ask to be left out of the recordings of a webinar, or no longer; what was processed is made anew.',
    access: 'session',
    params: WebinarParams,
    body: z.object({ leftOut: z.boolean() }),
    response: RecordingStanding,
  }),
  'GET /api/recordings/:recordingId/people': endpoint({
    summary: 'Of whom a recording holds tracks, and who is left out of the result (host, co-host).',
    access: 'session',
    params: z.object({ recordingId: Id }),
    response: z.object({ people: z.array(RecordedPerson) }),
  }),
  'PUT /api/recordings/:recordingId/left-out': endpoint({
    summary:
      'Say who is left out beside those who asked for it themselves; what was processed is made anew (host, co-host).',
    access: 'session',
    params: z.object({ recordingId: Id }),
    body: z.object({ participantIds: z.array(Id).max(500) }),
    response: z.object({ people: z.array(RecordedPerson) }),
  }),
} as const;
