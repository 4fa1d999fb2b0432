import type { Message, MessageReactions, Role } from '@lectern/contracts';
import { MessageEmoji } from '@lectern/contracts';
import type { MessageRow, ReactionCounts } from './message.entity';

const QUOTED = 140;

interface Named {
  displayName: string;
  role: Role;
}

/** What stands around messages: people by their id, and quoted messages by theirs. */
export interface Surroundings {
  people: ReadonlyMap<string, Named>;
  quoted: ReadonlyMap<string, MessageRow>;
}

/** A message as everyone sees it who may see it. */
export function toMessage(row: MessageRow, { people, quoted }: Surroundings): Message {
  const { id, seq, place, channel, state, text, sentAt, threadId, participantId } = row;
  const { displayName, role } = people.get(participantId) ?? { displayName: '', role: 'attendee' as const };
  const original = row.replyTo ? quoted.get(row.replyTo) : undefined;
  const deleted = row.deletedAt !== null;
  return {
    id,
    seq,
    place,
    channel,
    state,
    text,
    sentAt,
    deleted,
    author: { participantId, displayName, role },
    thread: threadId ? { participantId: threadId, displayName: people.get(threadId)?.displayName ?? '' } : null,
    quote: original && !deleted ? toQuote(original, people) : null,
    reactions: deleted ? [] : toReactions(row.reactions),
  };
}

function toQuote({ id, place, text, participantId }: MessageRow, people: Surroundings['people']): Message['quote'] {
  const characters = [...text];
  const beginning = characters.length > QUOTED ? `${characters.slice(0, QUOTED).join('')}…` : text;
  return { messageId: id, place, displayName: people.get(participantId)?.displayName ?? '', text: beginning };
}

/** In the order of the contract, so that they do not jump about. */
export function toReactions(counts: ReactionCounts): MessageReactions {
  return MessageEmoji.options.flatMap((emoji) => {
    const count = counts[emoji] ?? 0;
    return count > 0 ? [{ emoji, count }] : [];
  });
}
