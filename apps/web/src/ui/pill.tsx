import type { PropsWithChildren } from 'react';
import classes from './pill.module.css';

export function Pill({ tone, children }: PropsWithChildren<{ tone: 'wait' | 'done' | 'quiet' | 'failed' }>) {
  return (
    <span className={classes.pill} data-tone={tone}>
      {children}
    </span>
  );
}
