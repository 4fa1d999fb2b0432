import { useEffect } from 'react';
import { useRoom } from '../../room-context';
import { useQuestionCommands } from './use-question-commands';

/** Moderators work through all of them: what the join left out is fetched page by page. */
export function useAllQuestions(): void {
  const commands = useQuestionCommands();
  const more = useRoom((state) => state.moreQuestions && state.link.status === 'joined');
  useEffect(() => {
    // What could not be had comes with the next join, or by search.
    if (more) commands.loadAll().catch(() => undefined);
  }, [more, commands]);
}
