import { useMemo } from 'react';
import { useLiveRoom } from '../../room-context';
import { QuestionCommands } from '../../session/question-commands';

export function useQuestionCommands(): QuestionCommands {
  const { session } = useLiveRoom();
  return useMemo(() => new QuestionCommands(session), [session]);
}
