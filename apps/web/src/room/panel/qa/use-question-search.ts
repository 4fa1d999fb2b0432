import type { Question } from '@lectern/contracts';
import { useEffect, useMemo, useState } from 'react';
import { useRoom } from '../../room-context';
import { matching } from './matching';
import { useQuestionCommands } from './use-question-commands';

const TYPING_MS = 300;

interface QuestionSearch {
  search: string;
  setSearch: (search: string) => void;
  forMe: boolean;
  setForMe: (forMe: boolean) => void;
  /** The questions that fit, of all that this page has. */
  found: ReadonlyMap<string, Question>;
  searching: boolean;
}

/** Search and "for me". What this page has is searched at once; where the server has more, it is asked too. */
export function useQuestionSearch(): QuestionSearch {
  const commands = useQuestionCommands();
  const questions = useRoom((state) => state.questions);
  const more = useRoom((state) => state.moreQuestions);
  const me = useRoom((state) => state.me?.id);
  const [search, setSearch] = useState('');
  const [forMe, setForMe] = useState(false);
  useEffect(() => {
    if (!more || !search.trim()) return;
    const timer = setTimeout(() => void commands.load({ search }).catch(() => undefined), TYPING_MS);
    return () => clearTimeout(timer);
  }, [commands, more, search]);
  const searching = search.trim() !== '' || forMe;
  const found = useMemo(() => {
    if (!searching) return questions;
    const mine = [...questions.values()].filter(({ assignee }) => !forMe || assignee?.participantId === me);
    return new Map(matching(mine, search).map((question) => [question.id, question]));
  }, [questions, search, searching, forMe, me]);
  return { search, setSearch, forMe, setForMe, found, searching };
}
