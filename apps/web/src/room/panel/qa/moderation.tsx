import { Button } from '@mantine/core';
import type { Question } from '@lectern/contracts';
import { useTranslation } from 'react-i18next';
import { useAbilities, useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './qa.module.css';
import { AssignDialog } from './assign-dialog';
import { MergeDialog } from './merge-dialog';
import { actionsFor, type QuestionAction } from './question-actions';
import { TextForm } from './text-form';
import { useQuestionAction } from './use-question-action';

/** What is open for one question: the box for a reply, or a dialog. */
export interface OpenTool {
  questionId: string;
  tool: Extract<QuestionAction, 'reply' | 'merge' | 'assign'>;
}

interface ModerationProps {
  question: Question;
  open: OpenTool | null;
  onOpen: (open: OpenTool | null) => void;
}

export const isTool = (action: QuestionAction): action is OpenTool['tool'] =>
  action === 'reply' || action === 'merge' || action === 'assign';

/** What may be done with a question: buttons, or the box for a written answer. */
export function Moderation({ question, open, onOpen }: ModerationProps) {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  const run = useQuestionAction();
  const answerers = useRoom((state) => state.qa.answerers);
  const actions = actionsFor(question.state, useAbilities(), answerers);
  const tool = open?.questionId === question.id ? open.tool : null;
  const close = (): void => onOpen(null);
  if (actions.length === 0) return null;
  if (tool === 'reply') {
    return (
      <TextForm
        label={t('qa.answerLabel')}
        max={5000}
        submit={t('qa.sendAnswer')}
        onSubmit={(text) => act(() => commands.answer(question.id, text))}
        onClose={close}
      />
    );
  }
  return (
    <div className={classes.actions}>
      {actions.map((action, index) => (
        <Button
          key={action}
          size="compact-xs"
          variant={index === 0 ? 'light' : 'default'}
          onClick={() =>
            isTool(action) ? onOpen({ questionId: question.id, tool: action }) : run(question.id, action)
          }
        >
          {t(action === 'pin' && question.pinnedAt ? 'qa.action.unpin' : `qa.action.${action}`)}
        </Button>
      ))}
      {tool === 'merge' && <MergeDialog question={question} onClose={close} />}
      {tool === 'assign' && <AssignDialog question={question} onClose={close} />}
    </div>
  );
}
