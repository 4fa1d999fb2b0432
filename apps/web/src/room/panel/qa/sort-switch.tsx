import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SortBy } from './order';
import classes from './qa.module.css';

export function SortSwitch({ sort, onSort }: { sort: SortBy; onSort: (sort: SortBy) => void }) {
  const { t } = useTranslation('room');
  return (
    <div className={classes.sort} role="group" aria-label={t('qa.sort.label')}>
      {(['votes', 'time'] as const).map((value) => (
        <Button
          key={value}
          size="compact-xs"
          variant={sort === value ? 'light' : 'subtle'}
          aria-pressed={sort === value}
          onClick={() => onSort(value)}
        >
          {t(`qa.sort.${value}`)}
        </Button>
      ))}
    </div>
  );
}
