import type { Message } from '@lectern/contracts';
import { ActionIcon, UnstyledButton } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../room-context';
import { timeOfDay } from '../../ui/format';
import { RoleBadge } from '../role-badge';
import classes from './chat.module.css';
import { MessageTools } from './message-tools';
import { ReactionChips } from './reaction-chips';
import type { Jump } from './use-jump';

interface MessageRowProps {
  message: Message;
  follows: boolean;
  onReply: (message: Message) => void;
  onJump: Jump;
}

/** One line of the chat. */
export const MessageRow = memo(function MessageRow({ message, follows, onReply, onJump }: MessageRowProps) {
  const { t } = useTranslation('room');
  const { id, text, deleted, state, quote } = message;
  const [open, setOpen] = useState(false);
  return (
    <article
      className={classes.message}
      data-follows={follows || undefined}
      data-state={state}
      data-message={id}
      data-testid="message"
      tabIndex={-1}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      {!follows && <Head message={message} />}
      {quote && <Quote quote={quote} onJump={onJump} />}
      {deleted ? (
        <p className={classes.deleted}>{t('chat.deleted')}</p>
      ) : (
        <div className={classes.line}>
          <p dir="auto">{text}</p>
          <ActionIcon
            className={classes.more}
            variant="subtle"
            color="gray"
            size="sm"
            aria-label={t('chat.tools', { name: message.author.displayName })}
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <IconDots size={16} aria-hidden />
          </ActionIcon>
        </div>
      )}
      {state !== 'visible' && !deleted && <p className={classes.state}>{t(`chat.state.${state}`)}</p>}
      {message.reactions.length > 0 && <ReactionChips message={message} />}
      {open && !deleted && <MessageTools message={message} onReply={onReply} onClose={() => setOpen(false)} />}
    </article>
  );
});

function Head({ message: { author, thread, sentAt } }: { message: Message }) {
  const { t, i18n } = useTranslation('room');
  // In a conversation with the moderators, their answers say to whom.
  const to = thread && thread.participantId !== author.participantId ? thread : null;
  const me = useRoom((state) => state.me?.id);
  return (
    <header className={classes.head}>
      <b>
        <bdi>{author.displayName}</bdi>
      </b>
      <RoleBadge role={author.role} />
      {to && <span>{to.participantId === me ? t('chat.toYou') : t('chat.to', { name: to.displayName })}</span>}
      <time dateTime={sentAt}>{timeOfDay(sentAt, i18n.language)}</time>
    </header>
  );
}

function Quote({ quote, onJump }: { quote: NonNullable<Message['quote']>; onJump: Jump }) {
  const { t } = useTranslation('room');
  return (
    <UnstyledButton
      className={classes.quote}
      title={t('chat.jump')}
      aria-label={t('chat.jumpTo', { name: quote.displayName, text: quote.text || t('chat.deleted') })}
      onClick={() => onJump(quote)}
    >
      <b>
        <bdi>{quote.displayName}</bdi>
      </b>
      <span dir="auto">{quote.text || t('chat.deleted')}</span>
    </UnstyledButton>
  );
}
