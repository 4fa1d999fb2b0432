import type { ChatChannel, Message } from '@lectern/contracts';
import { useEffect, useState } from 'react';
import { useLiveRoom, useRoom } from '../../room-context';
import type { OutboxEntry } from '../../session/outbox';
import { prependDraft } from '../use-draft';
import { ChannelTabs } from './channel-tabs';
import { Composer, draftName } from './composer';
import { MessageList } from './message-list';
import { useChatCommands } from './use-chat-commands';
import { WaitingList } from './waiting-list';

/** What the next message answers, in the channel where it was chosen. */
type Replies = Partial<Record<ChatChannel, Message>>;

/** The chat of the room: its channels, what waits, the messages, and a box to write in. */
export function ChatPanel() {
  const [channel, setChannel] = useState<ChatChannel>('everyone');
  const [replies, setReplies] = useState<Replies>({});
  const [sent, setSent] = useState(0);
  const reply = useFresh(replies[channel]);
  const answer = (message: Message | undefined): void => setReplies({ ...replies, [channel]: message });
  const { webinarId, outbox } = useLiveRoom().session;
  const [rewritten, setRewritten] = useState(0);
  const rewrite = ({ clientId, text }: OutboxEntry): void => {
    outbox.discard(clientId);
    prependDraft(webinarId, draftName(channel), text);
    setRewritten(rewritten + 1);
  };
  useSeeing(channel);
  return (
    <>
      <ChannelTabs channel={channel} onChannel={setChannel} />
      {channel === 'everyone' && <WaitingList />}
      <MessageList key={channel} channel={channel} sent={sent} onReply={answer} onRewrite={rewrite} />
      <Composer
        key={`box ${channel} ${rewritten}`}
        channel={channel}
        reply={reply}
        onNoReply={() => answer(undefined)}
        onSent={() => {
          answer(undefined);
          setSent(sent + 1);
        }}
      />
    </>
  );
}

/** What is answered, unless it was deleted meanwhile. */
function useFresh(message: Message | undefined): Message | undefined {
  const list = useRoom((state) => (message ? state.chat.channels[message.channel].list : null));
  if (!message) return undefined;
  const now = list?.find(({ id }) => id === message.id) ?? message;
  return now.deleted ? undefined : now;
}

/** What is on view is not new any more. */
function useSeeing(channel: ChatChannel): void {
  const commands = useChatCommands();
  const { store } = useLiveRoom().session;
  useEffect(() => {
    const see = (): void => commands.see(channel);
    see();
    return store.subscribe(see);
  }, [commands, store, channel]);
}
