import { Text, Title } from '@mantine/core';
import type { PropsWithChildren, ReactNode } from 'react';
import classes from './message.module.css';

interface MessageProps {
  title: string;
  text?: ReactNode;
  action?: ReactNode;
  icon?: ReactNode;
  /** `page`: the whole page is this message. `section`: it stands in the place of a list. */
  size?: 'page' | 'section';
  /** Of its heading, where it stands under a section's own. */
  order?: 2 | 3;
}

/** An empty place, or one where something failed: what is so, and what can be done. */
export function Message({
  title,
  text,
  action,
  icon,
  size = 'page',
  order = 2,
  children,
}: PropsWithChildren<MessageProps>) {
  return (
    <div className={classes.message} data-size={size}>
      {icon && (
        <div className={classes.icon} aria-hidden>
          {icon}
        </div>
      )}
      <Title order={size === 'page' ? 1 : order} size={size === 'page' ? 'h1' : 'h3'}>
        {title}
      </Title>
      {text && (
        <Text c="dimmed" className={classes.text}>
          {text}
        </Text>
      )}
      {action && <div className={classes.action}>{action}</div>}
      {children}
    </div>
  );
}
