import { UnstyledButton } from '@mantine/core';
import { IconCaretUpFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLiveRoom, useRoom } from '../../room-context';
import { useAction } from '../../ui/use-action';
import classes from './qa.module.css';

interface VoteButtonProps {
  questionId: string;
  votes: number;
  /** Votes count while a question is open. */
  open: boolean;
}

/** "I want to know that too", once a person. */
export function VoteButton({ questionId, votes, open }: VoteButtonProps) {
  const { t } = useTranslation('room');
  const { commands } = useLiveRoom();
  const mine = useRoom((state) => state.myVotes.has(questionId));
  const act = useAction();
  const label = t('qa.vote', { count: votes });
  if (!open) return <span className={classes.votes}>{t('qa.votes', { count: votes })}</span>;
  return (
    <UnstyledButton
      className={classes.vote}
      aria-pressed={mine}
      aria-label={label}
      onClick={() => void act(() => commands.vote(questionId, !mine))}
    >
      <IconCaretUpFilled size={14} aria-hidden />
      {votes}
    </UnstyledButton>
  );
}
