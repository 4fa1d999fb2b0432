import '@mantine/core/styles/Input.layer.css';
import '@mantine/core/styles/Checkbox.layer.css';
import '@mantine/core/styles/InlineInput.layer.css';
import { Button, Checkbox, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useLiveRoom, useRoom } from '../../room-context';
import { useDraft } from '../use-draft';
import { isSendKey } from '../send-key';
import { MutedNote } from '../muted-note';
import { SimilarList } from './similar-list';
import classes from './qa.module.css';

const MAX = 1000;
const COUNT_FROM = 700;

/** Where questions are asked. */
export function AskBox() {
  const { t } = useTranslation('room');
  const { session } = useLiveRoom();
  const { moderate } = useAbilities();
  const muted = useRoom((state) => state.me?.muted === true);
  const [text, setText] = useDraft('ask');
  const qa = useRoom((state) => state.qa);
  const [unnamed, setUnnamed] = useState(false);
  const anonymous = unnamed && qa.anonymous;
  const hintId = useId();
  const ready = text.trim().length > 0 && text.length <= MAX;
  const ask = (event?: FormEvent): void => {
    event?.preventDefault();
    if (!ready) return;
    session.outbox.add({ kind: 'question', text: text.trim(), anonymous });
    setText('');
  };
  if (muted) return <MutedNote />;
  return (
    <form className={classes.ask} data-filled={text !== '' || undefined} onSubmit={ask}>
      <SimilarList text={text} onVoted={() => setText('')} />
      <Textarea
        aria-label={t('qa.ask.label')}
        aria-describedby={hintId}
        placeholder={t('qa.ask.placeholder')}
        autosize
        minRows={1}
        maxRows={6}
        maxLength={MAX}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => isSendKey(event) && ask(event)}
      />
      <div className={classes.askFoot}>
        {qa.anonymous && (
          <Checkbox
            size="xs"
            label={t(qa.anonymousToStaff ? 'qa.ask.anonymous' : 'qa.ask.anonymousToAudience')}
            checked={unnamed}
            onChange={(event) => setUnnamed(event.currentTarget.checked)}
          />
        )}
        {text.length >= COUNT_FROM && (
          <span className={classes.counter}>{t('qa.ask.left', { count: MAX - text.length })}</span>
        )}
        <Button type="submit" size="compact-md" disabled={!ready}>
          {t('qa.ask.send')}
        </Button>
      </div>
      <p id={hintId} className={classes.hint}>
        {t(qa.moderated ? (moderate ? 'qa.ask.hintModerator' : 'qa.ask.hint') : 'qa.ask.hintOpen')}
      </p>
    </form>
  );
}
