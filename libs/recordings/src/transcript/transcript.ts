import { z } from 'zod';

/** A word that somebody said; seconds from the recording's start. */
export const SpokenWord = z.object({
  text: z.string(),
  start: z.number(),
  end: z.number(),
  confidence: z.number().nullable(),
});
export type SpokenWord = z.infer<typeof SpokenWord>;

/** What one person said in one language. */
export const Speech = z.object({
  participantId: z.string(),
  speaker: z.string(),
  language: z.string(),
  /** Said by an interpreter. */
  interpreted: z.boolean().default(false),
  /** Whether the words carry capitals and punctuation. */
  punctuated: z.boolean(),
  words: z.array(SpokenWord),
});
export type Speech = z.infer<typeof Speech>;

/** The content of `transcript.json`: word by word, for editing and for cutting cues anew. */
export const Transcript = z.object({ version: z.literal(1), speeches: z.array(Speech) });
export type Transcript = z.infer<typeof Transcript>;
