import type { ReactNode } from 'react';
import classes from './bar.module.css';

/** A control that a phone's bar shows with the rest only. */
export function Extra({ children }: { children: ReactNode }) {
  return <div className={classes.extra}>{children}</div>;
}
