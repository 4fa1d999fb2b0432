import type { ChatChannel, Message, MessageReactions } from '@lectern/contracts';
import type { ChannelState, ChatState } from './room-state';

/** Upper end of what one page holds of a channel, however far back somebody reads. */
const HARD_LIMIT = 2000;
/** Of what waits for a moderator; the rest is asked for once this is worked off. */
const MOST_WAITING = 200;

/** Places are UUIDv7: their order is that of sending, or of being let through. */
const byPlace = (a: Message, b: Message): number => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0);

function union(known: readonly Message[], changed: readonly Message[]): Message[] {
  const all = new Map(known.map((message) => [message.id, message]));
  for (const message of changed) {
    const before = all.get(message.id);
    if (!before || before.seq <= message.seq) all.set(message.id, message);
  }
  return [...all.values()].sort(byPlace);
}

/** What is deleted is gone from the quotes of it too. */
function withoutQuotesOf(list: readonly Message[], changed: readonly Message[]): readonly Message[] {
  const gone = new Set(changed.filter(({ deleted }) => deleted).map(({ id }) => id));
  const quotes = ({ quote }: Message): boolean => quote !== null && quote.text !== '' && gone.has(quote.messageId);
  if (gone.size === 0 || !list.some(quotes)) return list;
  return list.map((message) =>
    quotes(message) && message.quote ? { ...message, quote: { ...message.quote, text: '' } } : message,
  );
}

/** New, changed or deleted messages of one channel. A change of one that is not kept here must not bring it in. */
export function mergeChannel(channel: ChannelState, changed: readonly Message[]): ChannelState {
  const oldest = channel.list[0]?.place;
  const known = new Set(channel.list.map(({ id }) => id));
  const relevant = changed.filter((m) => known.has(m.id) || !channel.more || !oldest || m.place > oldest);
  const kept = withoutQuotesOf(channel.list, changed);
  if (relevant.length === 0) return kept === channel.list ? channel : { ...channel, list: kept };
  const list = union(kept, relevant);
  const over = list.length - channel.limit;
  return over > 0 ? { ...channel, list: list.slice(over), more: true } : { ...channel, list };
}

/** Older messages, which make the kept stretch longer. */
export function prependMessages(channel: ChannelState, older: readonly Message[], more: boolean): ChannelState {
  const list = union(channel.list, older);
  const limit = Math.min(HARD_LIMIT, Math.max(channel.limit, list.length + 100));
  return { list, limit, more: more && list.length < HARD_LIMIT };
}

/** What moderators decide on is kept apart: for its author it stands in the list all the while. */
const waitsForMe = (message: Message, meId: string | undefined): boolean =>
  message.channel === 'everyone' && message.state !== 'visible' && message.author.participantId !== meId;

/** Messages of any channel, as they come. */
export function mergeMessages(chat: ChatState, changed: readonly Message[], meId: string | undefined): ChatState {
  if (changed.length === 0) return chat;
  const channels = { ...chat.channels };
  for (const name of Object.keys(channels) as ChatChannel[]) {
    const own = changed.filter((message) => message.channel === name && !waitsForMe(message, meId));
    if (own.length > 0) channels[name] = mergeChannel(channels[name], own);
  }
  const mine = changed.filter(({ author, channel }) => author.participantId === meId && channel === 'everyone');
  const lastSentAt = mine.reduce((last, { sentAt }) => (!last || sentAt > last ? sentAt : last), chat.lastSentAt);
  return { ...chat, channels, lastSentAt, ...mergeWaiting(chat, changed, meId) };
}

function mergeWaiting(
  { waiting, moreWaiting }: ChatState,
  changed: readonly Message[],
  meId: string | undefined,
): Pick<ChatState, 'waiting' | 'moreWaiting'> {
  const known = new Set(waiting.map(({ id }) => id));
  const concerned = changed.filter((message) => known.has(message.id) || waitsForMe(message, meId));
  if (concerned.length === 0) return { waiting, moreWaiting };
  const all = union(waiting, concerned).filter(({ state, deleted }) => state === 'pending' && !deleted);
  return { waiting: all.slice(0, MOST_WAITING), moreWaiting: moreWaiting || all.length > MOST_WAITING };
}

/** Counts of reactions; they are no change of the message itself, so its sequence number stays. */
export function applyReactions(
  chat: ChatState,
  reacted: readonly { messageId: string; reactions: MessageReactions }[],
): ChatState {
  const counts = new Map(reacted.map(({ messageId, reactions }) => [messageId, reactions]));
  const channels = { ...chat.channels };
  for (const name of Object.keys(channels) as ChatChannel[]) {
    const channel = channels[name];
    if (!channel.list.some(({ id }) => counts.has(id))) continue;
    const list = channel.list.map((message) => {
      const reactions = counts.get(message.id);
      return reactions && !message.deleted ? { ...message, reactions } : message;
    });
    channels[name] = { ...channel, list };
  }
  return { ...chat, channels };
}
