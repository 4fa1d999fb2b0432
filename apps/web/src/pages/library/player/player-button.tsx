import type { ComponentProps, PropsWithChildren } from 'react';
import classes from './control-bar.module.css';

interface PlayerButtonProps extends ComponentProps<'button'> {
  name: string;
  /** The key that does the same. */
  shortcut?: string;
  /** Of a button that is on or off. */
  pressed?: boolean;
  /** Goes first where there is no room. */
  extra?: boolean;
}

export function PlayerButton({
  name,
  shortcut,
  pressed,
  extra,
  className = '',
  children,
  ...props
}: PropsWithChildren<PlayerButtonProps>) {
  return (
    <button
      type="button"
      className={`${classes.button} ${className}`}
      aria-label={name}
      aria-keyshortcuts={shortcut}
      aria-pressed={pressed}
      title={shortcut ? `${name} (${shortcut})` : name}
      data-extra={extra || undefined}
      {...props}
    >
      {children}
    </button>
  );
}
