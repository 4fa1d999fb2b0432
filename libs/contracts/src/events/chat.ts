import { z } from 'zod';
import { ClientId, Id, Instant, Sequence, text } from '../primitives';
import { Role } from '../roles';
import { ChatSettings, ChatSettingsChange, WordList } from './chat-settings';
import { rpc } from './rpc';

export * from './chat-settings';

/**
 * - `everyone`: all in the room.
 * - `moderators`: between one person of the audience and the staff; nobody else sees it.
 * - `staff`: among those who moderate.
 */
export const chatChannels = ['everyone', 'moderators', 'staff'] as const;
export const ChatChannel = z.enum(chatChannels);
export type ChatChannel = z.infer<typeof ChatChannel>;

/** What one can answer a message with at a click; each person one of them. */
export const MessageEmoji = z.enum(['👍', '❤️', '😂', '🎉', '👏', '🙏']);
export type MessageEmoji = z.infer<typeof MessageEmoji>;

const Reactions = z.array(z.object({ emoji: MessageEmoji, count: z.number().int() }));
const Reacted = z.object({ messageId: Id, reactions: Reactions });

/** `pending` waits for a moderator; `dismissed` was not let through. Others than its author and staff see neither. */
export const MessageState = z.enum(['pending', 'visible', 'dismissed']);
export type MessageState = z.infer<typeof MessageState>;

export const Message = z
  .object({
    id: Id,
    /** Sequence number of its latest change. */
    seq: Sequence,
    /** Where it stands in its channel: places sort by time. What waited stands where it was let through. */
    place: Id,
    channel: ChatChannel,
    /** In `moderators`: the one of the audience whose conversation it is. */
    thread: z.object({ participantId: Id, displayName: z.string() }).nullable(),
    state: MessageState,
    author: z.object({ participantId: Id, displayName: z.string(), role: Role }),
    /** Empty once deleted. */
    text: z.string(),
    sentAt: Instant,
    deleted: z.boolean(),
    /** What it answers: the beginning of its text, which is empty once that is deleted. */
    quote: z.object({ messageId: Id, place: Id, displayName: z.string(), text: z.string() }).nullable(),
    reactions: Reactions,
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;
export type MessageReactions = z.infer<typeof Reactions>;

const OwnReaction = z.object({ messageId: Id, emoji: MessageEmoji });
const Waiting = z.object({ messages: z.array(Message), more: z.boolean() });

/** The chat's part of what a joiner gets. */
export const ChatSnapshot = z
  .object({
    settings: ChatSettings,
    /** The latest of each channel that the joiner may see; after a resume, what changed since. */
    messages: z.array(Message),
    /** Channels with older messages to page to. */
    more: z.array(ChatChannel),
    /** The oldest of those that wait for a moderator; empty for others than staff. */
    waiting: Waiting,
    /** After a resume: reactions to the latest messages, which may have changed without the messages. */
    reacted: z.array(Reacted),
    /** The joiner's own reactions to the latest messages. */
    mine: z.array(OwnReaction),
    /** When the joiner last wrote to everyone, for the slow mode. */
    lastSentAt: Instant.nullable(),
  })
  .meta({ id: 'ChatSnapshot' });
export type ChatSnapshot = z.infer<typeof ChatSnapshot>;

const MessageId = z.object({ messageId: Id });
const moderation = { count: 60, seconds: 10 };

export const chatClientEvents = {
  'message:send': rpc({
    summary:
      'Write to everyone, to the moderators, or among the staff. `replyTo` quotes a message of the same channel; staff name in `threadId` to whom of the audience they answer. A refused text has `fields` with `word` or `link`.',
    input: z.object({
      clientId: ClientId,
      text: text(2000),
      channel: ChatChannel.default('everyone'),
      replyTo: Id.optional(),
      threadId: Id.optional(),
    }),
    output: Message,
    limit: { count: 20, seconds: 30 },
  }),
  'message:delete': rpc({
    summary: 'Delete a message (its author, moderators).',
    input: MessageId,
    output: Message,
    limit: moderation,
  }),
  'message:review': rpc({
    summary: 'Let a waiting message through, or not (moderators).',
    input: MessageId.extend({ approve: z.boolean() }),
    output: Message,
    limit: { count: 120, seconds: 10 },
  }),
  'message:react': rpc({
    summary: 'Answer a message with an emoji in place of the one before, or take it back (null).',
    input: MessageId.extend({ emoji: MessageEmoji.nullable() }),
    output: Reacted,
    limit: { count: 60, seconds: 60 },
  }),
  'message:list': rpc({
    summary: 'Messages before a place, newest first: 50, or with `until` up to 200 as far back as that place.',
    input: z.object({ channel: ChatChannel.default('everyone'), before: Id, until: Id.optional() }),
    output: z.object({ messages: z.array(Message), more: z.boolean(), mine: z.array(OwnReaction) }),
    limit: { count: 30, seconds: 10 },
  }),
  'message:waiting': rpc({
    summary: 'The 100 messages that have waited longest (moderators).',
    input: z.object({}),
    output: Waiting,
    limit: { count: 30, seconds: 10 },
  }),
  'chat:configure': rpc({
    summary: 'Change how people write to everyone; all are told (moderators).',
    input: ChatSettingsChange,
    output: ChatSettings,
    limit: moderation,
  }),
  'chat:words': rpc({
    summary: 'The lists of the word filter (moderators).',
    input: z.object({}),
    output: z.object({ lists: z.array(WordList) }),
    limit: moderation,
  }),
  'chat:filter': rpc({
    summary: 'Replace the list of one language; an empty one is removed (moderators).',
    input: WordList,
    output: z.object({ lists: z.array(WordList) }),
    limit: moderation,
  }),
} as const;

export const chatServerEvents = {
  /** New, changed or deleted messages that this viewer may see. */
  'message:changed': z.object({ messages: z.array(Message) }),
  /** Coalesced counts of reactions: at most 4 a second. */
  'message:reacted': z.object({ reacted: z.array(Reacted) }),
  'chat:configured': ChatSettings,
} as const;
