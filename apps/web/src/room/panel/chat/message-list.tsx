import type { ChatChannel, Message } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { IconArrowDown } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../../room-context';
import type { OutboxEntry } from '../../session/outbox';
import { useAction } from '../../ui/use-action';
import { OutboxItem } from '../outbox-item';
import { pendingOf } from '../pending';
import classes from './chat.module.css';
import { MessageRow } from './message-row';
import { useChatCommands } from './use-chat-commands';
import { useJump } from './use-jump';
import { useStickToEnd } from './use-stick-to-end';

interface MessageListProps {
  channel: ChatChannel;
  /** Grows with each message that is sent: then the end is shown. */
  sent: number;
  onReply: (message: Message) => void;
  onRewrite: (entry: OutboxEntry) => void;
}

/** The messages of one channel: newest at the end. */
export function MessageList({ channel, sent, onReply, onRewrite }: MessageListProps) {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const { list: messages, more } = useRoom((state) => state.chat.channels[channel]);
  const pending = usePending(channel, messages);
  const last = pending.at(-1)?.clientId ?? messages.at(-1)?.id;
  const { list, atEnd, onScroll, toEnd } = useStickToEnd(messages[0]?.id, last, messages);
  const jump = useJump(channel, list);
  useEffect(toEnd, [sent, toEnd]);
  const nothing = messages.length === 0 && pending.length === 0;
  return (
    <div className={classes.frame}>
      <div
        ref={list}
        className={classes.list}
        onScroll={onScroll}
        tabIndex={0}
        role="log"
        aria-label={t('chat.list')}
        aria-live="off"
      >
        {more && <OlderButton channel={channel} />}
        {nothing && (
          <p className={classes.empty}>
            {t(channel === 'moderators' && moderate ? 'chat.empty.audience' : `chat.empty.${channel}`)}
          </p>
        )}
        {messages.map((message, index) => (
          <MessageRow
            key={message.id}
            message={message}
            follows={follows(messages[index - 1], message)}
            onReply={onReply}
            onJump={jump}
          />
        ))}
        {pending.map((entry) => (
          <OutboxItem key={entry.clientId} entry={entry} onRewrite={onRewrite} />
        ))}
      </div>
      {!atEnd && (
        <Button
          className={classes.pill}
          size="compact-sm"
          radius="xl"
          leftSection={<IconArrowDown size={14} aria-hidden />}
          onClick={toEnd}
        >
          {t('chat.toEnd')}
        </Button>
      )}
    </div>
  );
}

/** Lines of one person within some minutes need no second heading; what answers something has one. */
function follows(before: Message | undefined, message: Message): boolean {
  if (!before || message.quote || before.author.participantId !== message.author.participantId) return false;
  if (before.thread?.participantId !== message.thread?.participantId) return false;
  return Date.parse(message.sentAt) - Date.parse(before.sentAt) < 3 * 60_000;
}

function usePending(channel: ChatChannel, messages: readonly Message[]) {
  const outbox = useRoom((state) => state.outbox);
  const me = useRoom((state) => state.me?.id);
  if (outbox.length === 0) return [];
  const own = messages.slice(-20).filter((message) => message.author.participantId === me);
  return pendingOf(
    outbox.filter(({ to }) => (to?.channel ?? 'everyone') === channel),
    'message',
    own.map(({ text, sentAt }) => ({ text, at: sentAt })),
  );
}

function OlderButton({ channel }: { channel: ChatChannel }) {
  const { t } = useTranslation('room');
  const commands = useChatCommands();
  const act = useAction();
  const [busy, setBusy] = useState(false);
  const load = (): void => {
    setBusy(true);
    void act(() => commands.loadOlder(channel)).finally(() => setBusy(false));
  };
  return (
    <Button className={classes.older} size="compact-sm" variant="subtle" loading={busy} onClick={load}>
      {t('chat.older')}
    </Button>
  );
}
