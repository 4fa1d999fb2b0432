import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './qa.module.css';
import { useSimilar } from './use-similar';

/** What others have asked already, while one types: a vote is quicker than a question, and counts more. */
export function SimilarList({ text, onVoted }: { text: string; onVoted: () => void }) {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const act = useAction();
  const upvoting = useRoom((state) => state.qa.upvoting);
  const myVotes = useRoom((state) => state.myVotes);
  const found = useSimilar(text);
  if (found.length === 0) return null;
  const vote = async (questionId: string): Promise<void> => {
    if (await act(() => commands.vote(questionId, true))) onVoted();
  };
  return (
    <section className={classes.similar} aria-label={t('qa.similar.title')} data-testid="similar-questions">
      <h3>{t('qa.similar.title')}</h3>
      <ul>
        {found.map(({ id, text: words, state, votes }) => (
          <li key={id}>
            <span dir="auto">{words}</span>
            <small>{state === 'answered' ? t('qa.state.answered') : t('qa.votes', { count: votes })}</small>
            {upvoting && state !== 'answered' && !myVotes.has(id) && (
              <Button size="compact-xs" variant="light" onClick={() => void vote(id)}>
                {t('qa.similar.vote')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
