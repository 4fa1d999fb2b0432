import { useCallback } from 'react';
import { useLiveRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import type { QuestionAction } from './question-actions';
import { useQuestionCommands } from './use-question-commands';

type SimpleAction = Exclude<QuestionAction, 'reply' | 'merge' | 'assign'>;

/** Does an action that needs no text. */
export function useQuestionAction(): (questionId: string, action: SimpleAction) => void {
  const { commands, session } = useLiveRoom();
  const desk = useQuestionCommands();
  const act = useAction();
  return useCallback(
    (questionId, action) => {
      void act(() => {
        if (action === 'pin') return desk.pin(questionId, !session.store.get().questions.get(questionId)?.pinnedAt);
        return action === 'done' ? commands.answer(questionId) : commands.moveQuestion(questionId, action);
      });
    },
    [commands, desk, session, act],
  );
}
