import type { Question, QuestionState } from '@lectern/contracts';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoom } from '../../room-context';
import { timeOfDay } from '../../ui/format';
import { AnswerView } from './answer-view';
import classes from './qa.module.css';
import { VoteButton } from './vote-button';

interface QuestionCardProps {
  question: Question;
  current?: boolean;
  /** Where the heading over it does not say the state already. */
  withState?: boolean;
  children?: ReactNode;
}

/** One question with its votes, state in words, and written answers. */
export const QuestionCard = memo(function QuestionCard({ question, current, withState, children }: QuestionCardProps) {
  const upvoting = useRoom((state) => state.qa.upvoting);
  const votable = upvoting && (question.state === 'approved' || question.state === 'answering');
  return (
    <article
      className={classes.card}
      data-state={question.state}
      data-question={question.id}
      data-testid="question"
      aria-current={current || undefined}
      tabIndex={current === undefined ? undefined : -1}
    >
      {withState && <StateLine question={question} />}
      <div className={classes.body}>
        {isShownToAll(question.state) && (upvoting || question.votes > 0) && (
          <VoteButton questionId={question.id} votes={question.votes} open={votable} />
        )}
        <div className={classes.words}>
          <p className={classes.text} dir="auto">
            {question.text}
          </p>
          <Meta question={question} />
        </div>
      </div>
      {question.answers.map((answer) => (
        <AnswerView key={answer.id} question={question} answer={answer} />
      ))}
      {question.mine && question.mergedInto && <MergedInto questionId={question.mergedInto} />}
      {children}
    </article>
  );
});

const isShownToAll = (state: QuestionState): boolean =>
  state === 'approved' || state === 'answering' || state === 'answered';

/** Where one's own question went; nothing while that one is not public. */
function MergedInto({ questionId }: { questionId: string }) {
  const { t } = useTranslation('room');
  const target = useRoom((state) => state.questions.get(questionId));
  if (!target) return null;
  return (
    <p className={classes.hint} dir="auto">
      {t('qa.mergedInto', { text: target.text, votes: t('qa.votes', { count: target.votes }) })}
    </p>
  );
}

function StateLine({ question: { state, mine } }: { question: Question }) {
  const { t } = useTranslation('room');
  return (
    <p className={classes.state} data-state={state}>
      {t(mine && state === 'pending' ? 'qa.state.ownPending' : `qa.state.${state}`)}
    </p>
  );
}

function Meta({ question }: { question: Question }) {
  const { t, i18n } = useTranslation('room');
  const name = question.author?.displayName ?? t('qa.anonymous');
  return (
    <p className={classes.meta}>
      <bdi>{question.mine ? t('qa.you', { name }) : name}</bdi>
      <time dateTime={question.askedAt}>{timeOfDay(question.askedAt, i18n.language)}</time>
      {question.author && question.anonymous && <span>{t('qa.namedToStaff')}</span>}
      {question.pinnedAt && <span className={classes.mark}>{t('qa.pinned')}</span>}
      {question.assignee && (
        <span className={classes.mark}>{t('qa.assigned', { name: question.assignee.displayName })}</span>
      )}
    </p>
  );
}
