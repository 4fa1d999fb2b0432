import type { PropsWithChildren } from 'react';
import classes from './webinar-item.module.css';

export function WebinarList({ children, label }: PropsWithChildren<{ label?: string }>) {
  return (
    <ul className={classes.list} aria-label={label}>
      {children}
    </ul>
  );
}
