import { Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './page-heading.module.css';
import { PageTitle } from './page-title';

interface PageHeadingProps {
  title: string;
  text?: ReactNode;
  /** Over the title: a status, where one is. */
  above?: ReactNode;
  actions?: ReactNode;
}

export function PageHeading({ title, text, above, actions }: PageHeadingProps) {
  return (
    <div className={classes.heading}>
      <PageTitle title={title} />
      <div className={classes.words}>
        {above && <div className={classes.above}>{above}</div>}
        <Title order={1}>{title}</Title>
        {text && (
          <Text c="dimmed" size="lg" className={classes.text}>
            {text}
          </Text>
        )}
      </div>
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
