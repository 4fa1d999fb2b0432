import type { ReviewNote } from '@lectern/contracts';
import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatDate, formatTime } from '../../../time/format';
import { useMoment } from '../../../time/use-moment';
import { Pill } from '../../../ui/pill';
import classes from './review.module.css';

export function ReviewNotes({ notes }: { notes: readonly ReviewNote[] }) {
  return (
    <ol className={classes.notes}>
      {notes.map((note) => (
        <Note key={note.id} note={note} />
      ))}
    </ol>
  );
}

function Note({ note: { kind, author, text, createdAt, isNew, mine } }: { note: ReviewNote }) {
  const { t } = useTranslation('review');
  const moment = useMoment();
  const at = new Date(createdAt);
  return (
    <li className={classes.note} data-kind={kind} data-mine={mine || undefined}>
      <Text size="sm">
        <bdi className={classes.author}>{author}</bdi> {t(`kind.${kind}`)}{' '}
        {isNew && <Pill tone="wait">{t('thread.new')}</Pill>}
        <Text span size="sm" c="dimmed" className={classes.when}>
          {formatDate(at, moment)}, {formatTime(at, moment)}
        </Text>
      </Text>
      {text && (
        <Text className={classes.text} dir="auto">
          {text}
        </Text>
      )}
    </li>
  );
}
