import { z } from 'zod';
import { Cursor, Id, Instant } from '../primitives';
import { Role } from '../roles';
import { rpc } from './rpc';

/** Who may not turn the microphone on by themselves: nobody, guests of the audience, or all who do not moderate. */
export const MicrophoneLock = z.enum(['none', 'guests', 'speakers']);
export type MicrophoneLock = z.infer<typeof MicrophoneLock>;

/** What those who keep order have set for one room; it outlives a restart of the server. */
export const RoomControls = z
  .object({
    /** Nobody new enters. Who has been in before may come back, and so may those who keep order. */
    locked: z.boolean(),
    microphoneLock: MicrophoneLock,
    /** The person whom everybody sees large. */
    spotlight: Id.nullable(),
  })
  .meta({ id: 'RoomControls' });
export type RoomControls = z.infer<typeof RoomControls>;

/** Only what is to be changed. */
export const RoomControlsChange = RoomControls.partial();
export type RoomControlsChange = z.infer<typeof RoomControlsChange>;

/** As long as nobody has said otherwise. */
export const defaultRoomControls: RoomControls = { locked: false, microphoneLock: 'none', spotlight: null };

/** What can be stopped for somebody; the sound of a screen goes with the screen. */
export const StoppableSource = z.enum(['microphone', 'camera', 'screen']);
export type StoppableSource = z.infer<typeof StoppableSource>;
/** What somebody can be asked to turn on. It is never turned on for them. */
export const AskableSource = StoppableSource.extract(['microphone', 'camera']);
export type AskableSource = z.infer<typeof AskableSource>;

/** `none`: may come back at once. `webinar`: not to this webinar. `owner`: not to any webinar of its owner. */
export const BanScope = z.enum(['none', 'webinar', 'owner']);
export type BanScope = z.infer<typeof BanScope>;

/** Somebody who was put out and may not come back. */
export const Ban = z
  .object({
    participantId: Id,
    displayName: z.string(),
    role: Role,
    scope: BanScope.exclude(['none']),
    /** The invitation link by which the person had come was closed with it. */
    linkClosed: z.boolean(),
    bannedAt: Instant,
    bannedBy: z.string(),
  })
  .meta({ id: 'Ban' });
export type Ban = z.infer<typeof Ban>;

const none = z.object({});
const ParticipantId = z.object({ participantId: Id });
const moderation = { count: 60, seconds: 10 };

/** What those who keep order do in a room. */
export const controlClientEvents = {
  'room:configure': rpc({
    summary: 'Lock the room or the microphones, or put somebody into the spotlight; everyone is told (moderators).',
    input: RoomControlsChange,
    output: RoomControls,
    limit: moderation,
  }),
  'stage:mute-all': rpc({
    summary:
      'Turn off the microphones of all who stand below oneself, and say who may turn theirs on again (moderators).',
    input: z.object({ lock: MicrophoneLock.optional() }),
    output: z.object({ muted: z.number().int() }),
    limit: { count: 20, seconds: 10 },
  }),
  'track:stop': rpc({
    summary: "Stop somebody's microphone, camera or screen; the person may turn it on again (moderators).",
    input: ParticipantId.extend({ source: StoppableSource }),
    output: none,
    limit: moderation,
  }),
  'track:request': rpc({
    summary: 'Ask somebody on the stage to turn on microphone or camera, locked or not (moderators).',
    input: ParticipantId.extend({ source: AskableSource }),
    output: none,
    limit: { count: 20, seconds: 10 },
  }),
  'participant:remove': rpc({
    summary:
      'Put a person out; `ban` says from where they stay away (`owner`: hosts), `closeLink` that nobody enters any more by the link by which they came (moderators; the link: hosts, co-hosts).',
    input: ParticipantId.extend({ ban: BanScope.default('webinar'), closeLink: z.boolean().default(false) }),
    output: none,
    limit: moderation,
  }),
  'ban:list': rpc({
    summary: 'Who was put out and may not come back, the latest first, paged (moderators).',
    input: z.object({ cursor: Cursor.optional() }),
    output: z.object({ bans: z.array(Ban), nextCursor: z.string().nullable() }),
    limit: moderation,
  }),
  'ban:lift': rpc({
    summary: 'Let somebody come back; a link that was closed for this person alone works again (who may put them out).',
    input: ParticipantId,
    output: none,
    limit: moderation,
  }),
} as const;

export const controlServerEvents = {
  'room:configured': RoomControls,
  /**
   * To the person: a moderator has stopped this; or `elsewhere`: the person speaks from another page or device now; or
   * `taken-over`: the interpreter who was asked to is on air.
   */
  'track:stopped': z.object({ source: StoppableSource, why: z.enum(['elsewhere', 'taken-over']).optional() }),
  /** To the person: would you turn this on? */
  'track:requested': z.object({ source: AskableSource, by: z.string() }),
} as const;
