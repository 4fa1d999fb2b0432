import type { ResourceQuestion } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { IconMessageQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { formatClock } from '../../../time/format';
import { Message } from '../../../ui/message';
import classes from './questions.module.css';

export function Questions({ questions }: { questions: readonly ResourceQuestion[] }) {
  const { t } = useTranslation('library');
  if (questions.length === 0) {
    return (
      <Message
        size="section"
        icon={<IconMessageQuestion size={24} stroke={1.75} />}
        title={t('questions.none')}
        text={t('questions.noneText')}
      />
    );
  }
  return (
    <ul className={classes.list}>
      {inOrder(questions).map((question) => (
        <Question key={question.id} question={question} />
      ))}
    </ul>
  );
}

function Question({ question }: { question: ResourceQuestion }) {
  const { t } = useTranslation('library');
  const who = question.author === null ? t('questions.anonymous') : t('questions.askedBy', { name: question.author });
  return (
    <li className={classes.question}>
      <Text fw={600} dir="auto">
        {question.text}
      </Text>
      <Text size="sm" c="dimmed" className={classes.foot}>
        {question.at === null ? (
          <span>{t('questions.outside')}</span>
        ) : (
          <Link
            to={`?t=${Math.floor(question.at)}`}
            replace
            state={{ play: true }}
            className={classes.time}
            aria-label={t('transcript.playFrom', { time: formatClock(question.at) })}
          >
            {formatClock(question.at)}
          </Link>
        )}
        <span>{who}</span>
        {question.votes > 0 && <span>{t('questions.votes', { count: question.votes })}</span>}
      </Text>
      {question.answers.map((answer, index) => (
        <blockquote key={index} className={classes.answer}>
          <Text size="sm" c="dimmed">
            {t('questions.answer', { name: answer.author })}
          </Text>
          <Text dir="auto">{answer.text}</Text>
        </blockquote>
      ))}
    </li>
  );
}

/** In the order of the video; those outside of it last. */
const inOrder = (questions: readonly ResourceQuestion[]) =>
  questions.toSorted((a, b) => (a.at ?? Infinity) - (b.at ?? Infinity) || b.votes - a.votes);
