import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './action-form.module.css';
import { Problem } from './problem';

interface ActionFormProps {
  /** What it is for, to screen readers. */
  label: string;
  /** On the button that does it. */
  does: string;
  /** It takes something away. */
  isDangerous?: boolean;
  doing: { error: Error | null; isPending: boolean };
  onSubmit: () => void;
  onCancel: () => void;
  children: ReactNode;
}

/** Fields, what went wrong, and two buttons: to do it, and to leave it. */
export function ActionForm({ label, does, isDangerous, doing, onSubmit, onCancel, children }: ActionFormProps) {
  const { t } = useTranslation();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={classes.form} onSubmit={submit} aria-label={label} noValidate>
      {children}
      <Problem error={doing.error} />
      <div className={classes.actions}>
        <Button type="submit" color={isDangerous ? 'red' : undefined} loading={doing.isPending}>
          {does}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  );
}
