import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './copy-field.module.css';
import { useCopy } from './use-copy';

interface CopyFieldProps {
  value: string;
  /** Says what is copied, for those who do not see the field beside the button. */
  label: string;
  primary?: boolean;
}

/** Something to hand out: it can be read, selected, and copied with one press. */
export function CopyField({ value, label, primary = false }: CopyFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const { state, copy } = useCopy(field);
  return (
    <div className={classes.row}>
      <input
        ref={field}
        className={classes.field}
        value={value}
        readOnly
        aria-label={label}
        onFocus={(event) => event.target.select()}
      />
      <Button
        variant={primary ? 'filled' : 'default'}
        leftSection={state === 'copied' ? <IconCheck size={18} /> : <IconCopy size={18} />}
        onClick={() => void copy(value)}
        aria-label={`${state === 'copied' ? t('copied') : t('copy')}: ${label}`}
      >
        {state === 'copied' ? t('copied') : t('copy')}
      </Button>
      <span role="status" className={classes.note}>
        {state === 'failed' && t('copyFailed')}
      </span>
    </div>
  );
}
