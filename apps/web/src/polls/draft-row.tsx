import '@mantine/core/styles/Group.layer.css';
import type { Poll } from '@lectern/contracts';
import { Button, Group } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Problem } from '../ui/problem';
import { PollForm } from './poll-form';
import classes from './polls.module.css';
import { useDeletePoll } from './use-poll-drafts';

interface DraftRowProps {
  webinarId: string;
  poll: Poll;
  /** What else can be done with it here. */
  children?: ReactNode;
}

/** A poll that is not open yet: it can be changed and deleted. */
export function DraftRow({ webinarId, poll, children }: DraftRowProps) {
  const { t } = useTranslation('polls');
  const [editing, setEditing] = useState(false);
  const remove = useDeletePoll(webinarId);
  if (editing) return <PollForm webinarId={webinarId} poll={poll} onDone={() => setEditing(false)} />;
  return (
    <article className={classes.draft} data-testid="poll-draft">
      <p className={classes.kind}>
        {t('draft')} · {t(`kind.${poll.kind}`)}
      </p>
      <h4 dir="auto">{poll.question}</h4>
      {poll.options.length > 0 && (
        <ul>
          {poll.options.map((option, place) => (
            <li key={option} dir="auto" data-right={poll.correct?.includes(place) || undefined}>
              {option}
              {poll.correct?.includes(place) && <span> ✓ {t('right')}</span>}
            </li>
          ))}
        </ul>
      )}
      <Problem error={remove.error} />
      <Group gap="xs">
        {children}
        <Button size="compact-sm" variant="default" onClick={() => setEditing(true)}>
          {t('edit')}
        </Button>
        <Button
          size="compact-sm"
          variant="default"
          loading={remove.isPending}
          aria-label={t('deleteLabel', { question: poll.question })}
          onClick={() => remove.mutate(poll.id)}
        >
          {t('delete')}
        </Button>
      </Group>
    </article>
  );
}
