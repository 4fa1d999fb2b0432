import { JobState } from '@lectern/contracts';
import { useTranslation } from 'react-i18next';
import classes from './jobs.module.css';

interface JobFilterProps {
  counts: Readonly<Record<JobState, number>>;
  state: JobState | undefined;
  onChange: (state?: JobState) => void;
}

/** How many there are in each state; pressed, only these are shown. */
export function JobFilter({ counts, state, onChange }: JobFilterProps) {
  const { t } = useTranslation('admin');
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const choices = [
    { value: undefined, words: t('jobs.all'), count: all },
    ...JobState.options.map((value) => ({ value, words: t(`jobs.state.${value}`), count: counts[value] })),
  ];
  return (
    <div className={classes.filter} role="group" aria-label={t('jobs.filter')}>
      {choices.map(({ value, words, count }) => (
        <button
          key={words}
          type="button"
          className={classes.choice}
          aria-pressed={value === state}
          onClick={() => onChange(value)}
        >
          {words} <span className={classes.count}>{count}</span>
        </button>
      ))}
    </div>
  );
}
