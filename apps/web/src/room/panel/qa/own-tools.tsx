import { Button } from '@mantine/core';
import type { Question } from '@lectern/contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './qa.module.css';
import { TextForm } from './text-form';

/** One's own question, while it waits: change it, or take it back. */
export function OwnTools({ question }: { question: Question }) {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  const [editing, setEditing] = useState(false);
  if (question.state !== 'pending') return null;
  if (editing) {
    return (
      <TextForm
        label={t('qa.edit')}
        initial={question.text}
        max={1000}
        submit={t('qa.saveEdit')}
        onSubmit={(text) => act(() => commands.editQuestion(question.id, text))}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <div className={classes.actions}>
      <Button size="compact-xs" variant="default" onClick={() => setEditing(true)}>
        {t('qa.edit')}
      </Button>
      <Button size="compact-xs" variant="default" onClick={() => void act(() => commands.withdraw(question.id))}>
        {t('qa.withdraw')}
      </Button>
    </div>
  );
}
