import type { Message, MessageEmoji } from '@lectern/contracts';
import { Button, UnstyledButton } from '@mantine/core';
import { IconArrowBackUp, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './chat.module.css';
import { useChatCommands } from './use-chat-commands';

const emojis: readonly MessageEmoji[] = ['👍', '❤️', '😂', '🎉', '👏', '🙏'];

interface MessageToolsProps {
  message: Message;
  onReply: (message: Message) => void;
  onClose: () => void;
}

/** What can be done with a message: answer it with an emoji or in words, delete it. */
export function MessageTools({ message, onReply, onClose }: MessageToolsProps) {
  const { t } = useTranslation('room');
  const commands = useChatCommands();
  const act = useAction();
  const { moderate } = useAbilities();
  const mine = useRoom((state) => state.me?.id === message.author.participantId);
  const own = useRoom((state) => state.chat.mine.get(message.id));
  const muted = useRoom((state) => state.me?.muted === true);
  const tools = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Nothing is handed on: in newer browsers scrolling gives a promise, and React would take it for a clean-up.
    void tools.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const answerable = message.state === 'visible' && !muted;
  const run = (work: () => Promise<unknown>): void => {
    onClose();
    void act(work);
  };
  return (
    <div
      ref={tools}
      className={classes.tools}
      role="group"
      aria-label={t('chat.tools', { name: message.author.displayName })}
    >
      {answerable &&
        emojis.map((emoji) => (
          <UnstyledButton
            key={emoji}
            className={classes.emoji}
            aria-label={t(`chat.emoji.${emoji}`)}
            aria-pressed={own === emoji}
            onClick={() => run(() => commands.react(message.id, emoji))}
          >
            {emoji}
          </UnstyledButton>
        ))}
      {answerable && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconArrowBackUp size={14} aria-hidden />}
          onClick={() => {
            onClose();
            onReply(message);
          }}
        >
          {t('chat.reply')}
        </Button>
      )}
      {(moderate || mine) && (
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconTrash size={14} aria-hidden />}
          aria-label={t('chat.delete', { name: message.author.displayName })}
          onClick={() => run(() => commands.delete(message.id))}
        >
          {t('chat.deleteShort')}
        </Button>
      )}
    </div>
  );
}
