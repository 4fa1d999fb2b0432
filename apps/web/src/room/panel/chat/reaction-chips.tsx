import type { Message } from '@lectern/contracts';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './chat.module.css';
import { useChatCommands } from './use-chat-commands';

/** How many have answered with which emoji; pressing joins them, or takes one's own back. */
export function ReactionChips({ message: { id, reactions } }: { message: Message }) {
  const { t } = useTranslation('room');
  const commands = useChatCommands();
  const act = useAction();
  const mine = useRoom((state) => state.chat.mine.get(id));
  return (
    <div className={classes.reactions} role="group" aria-label={t('chat.reactions')}>
      {reactions.map(({ emoji, count }) => (
        <UnstyledButton
          key={emoji}
          className={classes.reaction}
          aria-pressed={mine === emoji}
          aria-label={t('chat.reactionCount', { emoji: t(`chat.emoji.${emoji}`), count })}
          onClick={() => void act(() => commands.react(id, emoji))}
        >
          <span aria-hidden>{emoji}</span> {count}
        </UnstyledButton>
      ))}
    </div>
  );
}
