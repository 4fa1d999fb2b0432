import type { Question } from '@lectern/contracts';
import { useEffect, useState } from 'react';
import { useQuestionCommands } from './use-question-commands';

const TYPING_MS = 400;
const LEAST_CHARACTERS = 6;
const none: readonly Question[] = [];

/** Questions that ask the same as the text being typed; asked for when the typing rests. */
export function useSimilar(text: string): readonly Question[] {
  const commands = useQuestionCommands();
  const [found, setFound] = useState<{ text: string; list: readonly Question[] }>({ text: '', list: none });
  const wanted = text.trim().length >= LEAST_CHARACTERS ? text.trim() : '';
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    const timer = setTimeout(() => {
      // Nobody must hear that a suggestion could not be had.
      commands.similar(wanted).then(
        (list) => current && setFound({ text: wanted, list }),
        () => undefined,
      );
    }, TYPING_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [wanted, commands]);
  return wanted ? found.list : none;
}
