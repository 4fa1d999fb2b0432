import { ActionIcon } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './presentation.module.css';

interface ControlProps {
  label: string;
  keys?: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

/** A button over what is shown. */
export function Control({ label, keys, disabled, onClick, children }: ControlProps) {
  return (
    <ActionIcon
      variant="filled"
      color="dark.6"
      size={40}
      aria-label={label}
      title={label}
      aria-keyshortcuts={keys}
      // Kept in the order of focus, or the focus would be lost on the last page.
      aria-disabled={disabled || undefined}
      className={classes.control}
      onClick={() => !disabled && onClick()}
    >
      {children}
    </ActionIcon>
  );
}
