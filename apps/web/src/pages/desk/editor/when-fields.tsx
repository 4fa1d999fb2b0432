import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { instantOf } from '../../../time/zoned';
import { useDuration } from '../../../time/use-duration';
import { useNow } from '../../../time/use-now';
import type { WebinarDraft } from './draft';
import classes from './webinar-form.module.css';
import { ZoneField } from './zone-field';

const usualDurations = [15, 30, 45, 60, 75, 90, 120, 150, 180, 240, 360, 480];

interface WhenFieldsProps {
  draft: WebinarDraft;
  onChange: (part: Partial<WebinarDraft>) => void;
  error: string | undefined;
}

/** The browser's own date and time fields: they speak the person's language and work with any keyboard. */
export function WhenFields({ draft, onChange, error }: WhenFieldsProps) {
  const { t } = useTranslation('desk');
  const durationOf = useDuration();
  const now = useNow(30_000);
  const start = instantOf(draft, draft.timeZone);
  const durations = [...new Set([...usualDurations, draft.durationMinutes])].toSorted((a, b) => a - b);
  return (
    <div>
      <div className={classes.when}>
        <TextInput
          type="date"
          label={t('editor.date')}
          value={draft.date}
          onChange={(event) => onChange({ date: event.currentTarget.value })}
          size="md"
          required
          error={error !== undefined && draft.date === ''}
        />
        <TextInput
          type="time"
          label={t('editor.time')}
          value={draft.time}
          onChange={(event) => onChange({ time: event.currentTarget.value })}
          size="md"
          required
          error={error !== undefined && draft.time === ''}
        />
        <NativeSelect
          label={t('editor.duration')}
          value={draft.durationMinutes}
          onChange={(event) => onChange({ durationMinutes: Number(event.currentTarget.value) })}
          data={durations.map((minutes) => ({ value: String(minutes), label: durationOf(minutes) }))}
          size="md"
        />
      </div>
      {error && (
        <p className={classes.note} data-tone="error" role="alert">
          {error}
        </p>
      )}
      {!error && start && start.getTime() < now && (
        <p className={classes.note} data-tone="wait" role="status">
          {t('editor.past')}
        </p>
      )}
      <ZoneField
        timeZone={draft.timeZone}
        instant={start ?? new Date(now)}
        onChange={(timeZone) => onChange({ timeZone })}
      />
    </div>
  );
}
