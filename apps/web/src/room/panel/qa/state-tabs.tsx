import type { QuestionState } from '@lectern/contracts';
import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './qa.module.css';

interface StateTabsProps<S extends QuestionState> {
  states: readonly S[];
  counts: Record<QuestionState, number>;
  value: QuestionState;
  onChange: (state: S) => void;
}

/** Which pile of questions is on the desk. */
export function StateTabs<S extends QuestionState>({ states, counts, value, onChange }: StateTabsProps<S>) {
  const { t } = useTranslation('room');
  // What was set aside needs a place only once there is some.
  const shown = states.filter((state) => state !== 'dismissed' || counts.dismissed > 0 || value === 'dismissed');
  return (
    <div className={classes.tabs} role="group" aria-label={t('qa.piles')}>
      {shown.map((state) => (
        <UnstyledButton
          key={state}
          className={classes.tab}
          data-state={state}
          aria-pressed={state === value}
          onClick={() => onChange(state)}
        >
          {t(`qa.column.${state as Exclude<QuestionState, 'withdrawn' | 'merged'>}`)} <b>{counts[state]}</b>
        </UnstyledButton>
      ))}
    </div>
  );
}
