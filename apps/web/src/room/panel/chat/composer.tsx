import '@mantine/core/styles/CloseButton.layer.css';
import '@mantine/core/styles/Input.layer.css';
import type { ChatChannel, Message } from '@lectern/contracts';
import { ActionIcon, CloseButton, Textarea } from '@mantine/core';
import { IconSend2 } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useLiveRoom, useRoom } from '../../room-context';
import type { Address } from '../../session/outbox';
import { MutedNote } from '../muted-note';
import { isSendKey } from '../send-key';
import { useDraft } from '../use-draft';
import classes from './chat.module.css';
import { SlowNote, useSlowSeconds } from './slow-mode';

const MAX = 2000;

/** Under which a text being typed is kept. */
export const draftName = (channel: ChatChannel): string => (channel === 'everyone' ? 'chat' : `chat.${channel}`);

interface ComposerProps {
  channel: ChatChannel;
  reply: Message | undefined;
  onNoReply: () => void;
  onSent: () => void;
}

/** Where chat lines are written. */
export function Composer(props: ComposerProps) {
  const { t } = useTranslation('room');
  const { moderate } = useAbilities();
  const muted = useRoom((state) => state.me?.muted === true);
  if (muted) return <MutedNote />;
  // Moderators answer somebody: whose conversation it goes to must be clear.
  if (props.channel === 'moderators' && moderate && !props.reply)
    return <p className={classes.note}>{t('chat.chooseReply')}</p>;
  return <Box {...props} />;
}

function Box({ channel, reply, onNoReply, onSent }: ComposerProps) {
  const { t } = useTranslation('room');
  const { session } = useLiveRoom();
  const { moderate } = useAbilities();
  const [text, setText] = useDraft(draftName(channel));
  const wait = useSlowSeconds(channel);
  const hintId = useId();
  const box = useFocusOnReply(reply?.id);
  const ready = text.trim().length > 0 && wait === 0;
  const send = (event: FormEvent | KeyboardEvent): void => {
    event.preventDefault();
    if (!ready) return;
    session.outbox.add({ kind: 'message', text: text.trim(), anonymous: false, to: addressOf(channel, reply) });
    setText('');
    onSent();
  };
  return (
    <form className={classes.composer} onSubmit={send}>
      {reply && <ReplyTo message={reply} onClose={onNoReply} />}
      <div className={classes.row}>
        <Textarea
          ref={box}
          className={classes.box}
          aria-label={t('chat.label')}
          aria-describedby={hintId}
          placeholder={t(
            channel === 'moderators' && moderate ? 'chat.placeholder.audience' : `chat.placeholder.${channel}`,
          )}
          autosize
          minRows={1}
          maxRows={5}
          maxLength={MAX}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => isSendKey(event) && send(event)}
        />
        <ActionIcon type="submit" size={36} aria-label={t('chat.send')} disabled={!ready}>
          <IconSend2 size={18} aria-hidden />
        </ActionIcon>
      </div>
      <div id={hintId}>
        <SlowNote channel={channel} wait={wait} />
        <ModeratedHint channel={channel} />
      </div>
    </form>
  );
}

function addressOf(channel: ChatChannel, reply: Message | undefined): Address {
  return {
    channel,
    ...(reply ? { replyTo: reply.id } : {}),
    ...(reply?.thread ? { threadId: reply.thread.participantId } : {}),
  };
}

function ReplyTo({ message, onClose }: { message: Message; onClose: () => void }) {
  const { t } = useTranslation('room');
  return (
    <div className={classes.replyTo} data-testid="reply-to">
      <p>
        <b>{t('chat.replyTo', { name: message.author.displayName })}</b>
        <span dir="auto">{message.text}</span>
      </p>
      <CloseButton size="sm" aria-label={t('chat.noReply')} onClick={onClose} />
    </div>
  );
}

function ModeratedHint({ channel }: { channel: ChatChannel }) {
  const { t } = useTranslation('room');
  const shown = useRoom((state) => state.chat.settings.moderated && state.me?.role === 'attendee');
  if (!shown || channel !== 'everyone') return null;
  return <p className={classes.hint}>{t('chat.moderatedHint')}</p>;
}

/** Who chooses what to answer wants to type. */
function useFocusOnReply(replyId: string | undefined) {
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (replyId) box.current?.focus();
  }, [replyId]);
  return box;
}
