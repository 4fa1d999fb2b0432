import { z } from 'zod';
import { Id } from '../primitives';
import { rpc } from './rpc';

/** What somebody says now, or has just said. */
export const Caption = z
  .object({
    /** The same for as long as it is the same utterance: each telling replaces the one before. */
    id: z.string(),
    participantId: Id,
    speaker: z.string(),
    /** BCP 47: in which language it was understood. */
    language: z.string(),
    /** Said by an interpreter, for those who listen to that language. */
    interpreted: z.boolean(),
    /** The end of it, where it is long. */
    text: z.string().max(400),
    /** It does not change any more. */
    final: z.boolean(),
  })
  .meta({ id: 'Caption' });
export type Caption = z.infer<typeof Caption>;

export const captionClientEvents = {
  'caption:watch': rpc({
    summary:
      'Begin or cease to get captions of what is said. They are made only while somebody in the room wants them.',
    input: z.object({ on: z.boolean() }),
    output: z.object({
      /** The event's languages that no speech model here understands: what is said in them has no captions. */
      missing: z.array(z.string()),
    }),
    limit: { count: 10, seconds: 10 },
  }),
} as const;

export const captionServerEvents = {
  /** New and changed captions, at most 4 times a second; to those who watch. */
  'caption:said': z.object({ captions: z.array(Caption).max(16) }),
  /** Something was said and left out, as recognition could not keep up; at most every 5 seconds. */
  'caption:missed': z.object({}),
} as const;
