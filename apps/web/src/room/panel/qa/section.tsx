import type { ReactNode } from 'react';
import classes from './qa.module.css';

interface SectionProps {
  title: string;
  count: number;
  tone?: 'live' | 'wait' | 'quiet';
  /** Beside the heading. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A part of the list with its heading; nothing when it is empty. */
export function Section({ title, count, tone = 'quiet', aside, children }: SectionProps) {
  if (count === 0) return null;
  return (
    <section className={classes.section} data-tone={tone} aria-label={title}>
      <header>
        <h3>
          {title} <span>{count}</span>
        </h3>
        {aside}
      </header>
      {children}
    </section>
  );
}
