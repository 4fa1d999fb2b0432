import { Title } from '@mantine/core';
import { type PropsWithChildren, type ReactNode, useId } from 'react';
import classes from './section.module.css';

export function Section({ title, aside, children }: PropsWithChildren<{ title: string; aside?: ReactNode }>) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <Title order={2} id={id}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  );
}
