import type { Message } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './chat.module.css';
import { useChatCommands } from './use-chat-commands';

/** For moderators: what waits to be let through, oldest first. */
export function WaitingList() {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const waiting = useRoom((state) => state.chat.waiting);
  if (!moderate || waiting.length === 0) return null;
  return (
    <section className={classes.waiting} aria-label={t('chat.waiting', { count: waiting.length })}>
      <h3>{t('chat.waiting', { count: waiting.length })}</h3>
      <ul>
        {waiting.map((message) => (
          <WaitingRow key={message.id} message={message} />
        ))}
      </ul>
    </section>
  );
}

function WaitingRow({ message }: { message: Message }) {
  const { t } = useTranslation('room');
  const commands = useChatCommands();
  const act = useAction();
  const { displayName: name } = message.author;
  const review = (approve: boolean): void => void act(() => commands.review(message.id, approve));
  return (
    <li data-testid="waiting-message">
      <b>
        <bdi>{name}</bdi>
      </b>
      <p dir="auto">{message.text}</p>
      <div className={classes.decide}>
        <Button
          size="compact-xs"
          variant="light"
          aria-label={t('chat.approveName', { name })}
          onClick={() => review(true)}
        >
          {t('chat.approve')}
        </Button>
        <Button
          size="compact-xs"
          variant="default"
          aria-label={t('chat.dismissName', { name })}
          onClick={() => review(false)}
        >
          {t('chat.dismiss')}
        </Button>
      </div>
    </li>
  );
}
