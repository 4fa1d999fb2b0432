import type { Answer, Question } from '@lectern/contracts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAbilities, useRoom } from '../../room-context';
import { timeOfDay } from '../../ui/format';
import { useAction } from '../../ui/use-action';
import { AnswerHistory } from './answer-history';
import classes from './qa.module.css';
import { TextForm } from './text-form';
import { useQuestionCommands } from './use-question-commands';

/** A written answer; its author and moderators may change it, and staff see what it said before. */
export function AnswerView({ question, answer }: { question: Question; answer: Answer }) {
  const { t, i18n } = useTranslation('room');
  const commands = useQuestionCommands();
  const act = useAction();
  const { moderate, answer: mayAnswer } = useAbilities();
  const me = useRoom((state) => state.me?.id);
  const [open, setOpen] = useState<'edit' | 'history' | null>(null);
  const mayEdit = question.state !== 'dismissed' && (moderate || (mayAnswer && answer.participantId === me));
  if (open === 'edit')
    return (
      <TextForm
        label={t('qa.answerLabel')}
        initial={answer.text}
        max={5000}
        submit={t('qa.saveEdit')}
        onSubmit={(text) => act(() => commands.editAnswer(question.id, answer.id, text))}
        onClose={() => setOpen(null)}
      />
    );
  return (
    <blockquote className={classes.answer}>
      <p dir="auto">{answer.text}</p>
      <footer>
        {answer.author}
        {answer.editedAt && ` · ${t('qa.edited', { time: timeOfDay(answer.editedAt, i18n.language) })}`}
        {mayEdit && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen('edit')}>
            {t('qa.edit')}
          </Button>
        )}
        {moderate && answer.editedAt && (
          <Button size="compact-xs" variant="subtle" onClick={() => setOpen('history')}>
            {t('qa.history.open')}
          </Button>
        )}
      </footer>
      {open === 'history' && (
        <AnswerHistory questionId={question.id} answerId={answer.id} onClose={() => setOpen(null)} />
      )}
    </blockquote>
  );
}
