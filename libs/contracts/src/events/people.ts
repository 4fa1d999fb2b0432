import { z } from 'zod';
import { Id, Instant } from '../primitives';
import { Role } from '../roles';

/**
 * Where somebody of the audience stands on the way to the stage: `invited` waits for the person's consent; `guest` may
 * send microphone and camera until returned. Those who are on the stage by their role are `none`.
 */
export const StageGrant = z.enum(['none', 'invited', 'guest']);
export type StageGrant = z.infer<typeof StageGrant>;

/** A person in one webinar. */
export const Participant = z
  .object({
    id: Id,
    displayName: z.string(),
    role: Role,
    /** Neither microphone nor chat nor questions, until a moderator lifts it. */
    muted: z.boolean(),
    /** Connected now. */
    present: z.boolean(),
    /** Since when the hand is up. */
    handRaisedAt: Instant.nullable(),
    stage: StageGrant,
  })
  .meta({ id: 'Participant' });
export type Participant = z.infer<typeof Participant>;

/** One connection of somebody on the stage. */
export const StagePeer = z
  .object({ peerId: z.string(), participantId: Id, displayName: z.string(), role: Role })
  .meta({ id: 'StagePeer' });
export type StagePeer = z.infer<typeof StagePeer>;

/** Raised hands in the order of raising; the first page, however many there are. */
export const HandQueue = z.object({ count: z.number().int(), first: z.array(Participant) }).meta({ id: 'HandQueue' });
export type HandQueue = z.infer<typeof HandQueue>;
