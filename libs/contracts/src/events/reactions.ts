import { z } from 'zod';
import { rpc } from './rpc';

/** What the audience can say without words. */
export const StageEmoji = z.enum(['👏', '❤️', '😂', '🎉', '👍', '👎', '😮', '🤔']);
export type StageEmoji = z.infer<typeof StageEmoji>;

const Counts = z.array(z.object({ emoji: StageEmoji, count: z.number().int() }));
export type ReactionCounts = z.infer<typeof Counts>;

export const reactionClientEvents = {
  'reaction:send': rpc({
    summary: 'Clap, laugh, agree: shown over the stage for a moment, and kept nowhere.',
    input: z.object({ emoji: StageEmoji }),
    output: z.object({}),
    limit: { count: 12, seconds: 6 },
  }),
} as const;

export const reactionServerEvents = {
  /** How many have come since the last time: at most 4 times a second, however many people click. */
  'reaction:counted': z.object({ reactions: Counts }),
} as const;
