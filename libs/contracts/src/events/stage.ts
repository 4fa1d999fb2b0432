import { z } from 'zod';
import { Id } from '../primitives';
import { HandQueue, Participant } from './people';
import { rpc } from './rpc';

const none = z.object({});
const ParticipantId = z.object({ participantId: Id });
const moderation = { count: 60, seconds: 10 };
const own = { count: 10, seconds: 10 };

/** The way of the audience to the stage and back. */
export const stageClientEvents = {
  'hand:raise': rpc({ summary: 'Ask to speak (audience).', input: none, output: Participant, limit: own }),
  'hand:lower': rpc({
    summary: "Take one's own hand down, or somebody's (moderators).",
    input: ParticipantId.partial(),
    output: Participant,
    limit: moderation,
  }),
  'hand:list': rpc({
    summary: 'Raised hands in the order of raising, paged (moderators).',
    input: z.object({
      cursor: z
        .string()
        .regex(/^\d{1,6}$/, 'Not a cursor of this list.')
        .optional(),
    }),
    output: z.object({ hands: z.array(Participant), nextCursor: z.string().nullable() }),
    limit: moderation,
  }),
  'stage:invite': rpc({
    summary: 'Ask somebody of the audience to come on the stage (moderators); nothing is sent before they accept.',
    input: ParticipantId,
    output: Participant,
    limit: moderation,
  }),
  'stage:accept': rpc({
    summary: 'Come on the stage: the person may send microphone and camera from now on.',
    input: none,
    output: Participant,
    limit: own,
  }),
  'stage:decline': rpc({ summary: 'Stay in the audience.', input: none, output: Participant, limit: own }),
  'stage:return': rpc({
    summary: 'Back to the audience: oneself, or somebody (moderators); what they send is closed.',
    input: ParticipantId.partial(),
    output: Participant,
    limit: moderation,
  }),
} as const;

export const stageServerEvents = {
  /** To staff. Coalesced: at most 4 a second, however many raise their hands. */
  'hands:changed': HandQueue,
} as const;
