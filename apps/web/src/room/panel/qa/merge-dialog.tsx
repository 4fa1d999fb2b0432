import '@mantine/core/styles/Input.layer.css';
import type { Question } from '@lectern/contracts';
import { Button, Stack, Text, TextInput } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../room-context';
import { Dialog } from '../../ui/dialog';
import { useAction } from '../../ui/use-action';
import { matching, mergeTargets } from './matching';
import classes from './qa.module.css';
import { useQuestionCommands } from './use-question-commands';
import { useSimilar } from './use-similar';

/** Which question asks the same: the similar ones first, and all the others by search. */
export function MergeDialog({ question, onClose }: { question: Question; onClose: () => void }) {
  const { t } = useTranslation('room');
  const commands = useQuestionCommands();
  const act = useAction();
  const [search, setSearch] = useState('');
  const questions = useRoom((state) => state.questions);
  const similar = useSimilar(question.text);
  const targets = useMemo(() => {
    const all = mergeTargets(question, [...questions.values()]);
    const first = mergeTargets(question, [...similar]);
    const ids = new Set(first.map(({ id }) => id));
    return matching([...first, ...all.filter(({ id }) => !ids.has(id))], search).slice(0, 12);
  }, [question, questions, similar, search]);
  const merge = async (intoId: string): Promise<void> => {
    if (await act(() => commands.merge(question.id, intoId))) onClose();
  };
  return (
    <Dialog opened onClose={onClose} title={t('qa.merge.title')}>
      <Stack gap="xs">
        <Text size="sm" dir="auto" lineClamp={3}>
          {question.text}
        </Text>
        <TextInput
          data-autofocus
          aria-label={t('qa.merge.search')}
          placeholder={t('qa.merge.search')}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
        {targets.length === 0 && <p className={classes.empty}>{t('qa.merge.none')}</p>}
        <ul className={classes.targets}>
          {targets.map(({ id, text, votes }) => (
            <li key={id}>
              <Button fullWidth justify="flex-start" variant="default" onClick={() => void merge(id)}>
                <span dir="auto">{text}</span>
                <small>{t('qa.votes', { count: votes })}</small>
              </Button>
            </li>
          ))}
        </ul>
      </Stack>
    </Dialog>
  );
}
