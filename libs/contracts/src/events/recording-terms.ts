import { z } from 'zod';
import { ConsentVersion, RecordingStanding, RecordingTerms } from '../rest/recording-terms';
import { rpc } from './rpc';

const own = { count: 10, seconds: 10 };

/** What one person says about being recorded. */
export const recordingTermsClientEvents = {
  'recording:consent': rpc({
    summary: 'Agree to be recorded. Whoever has not is seen and heard in the room, and not captured.',
    input: z.object({ version: ConsentVersion }),
    output: RecordingStanding,
    limit: own,
  }),
  'recording:leave-out': rpc({
    summary: "Ask to be left out of the result (sound, picture, words, and one's name on questions), or no longer.",
    input: z.object({ leftOut: z.boolean() }),
    output: RecordingStanding,
    limit: own,
  }),
} as const;

export const recordingTermsServerEvents = {
  /** A host has changed them; who had agreed to another text is asked anew. */
  'recording:terms': RecordingTerms,
  /** To all connections of the person. */
  'recording:standing': RecordingStanding,
} as const;
