import '@mantine/core/styles/Popover.layer.css';
import '@mantine/core/styles/Tooltip.layer.css';
import { Tooltip, UnstyledButton, VisuallyHidden } from '@mantine/core';
import type { ComponentProps, ReactNode } from 'react';
import classes from './bar.module.css';

/** What opens a menu gets its handlers from there. */
type MenuProps = Pick<ComponentProps<'button'>, 'id' | 'ref' | 'aria-haspopup' | 'aria-expanded' | 'aria-controls'>;

interface BarButtonProps extends MenuProps {
  icon: ReactNode;
  /** What is so now, in a word; stands under the icon. */
  state: string;
  /** What pressing does. */
  action: string;
  hotkey?: string;
  tone?: 'plain' | 'off' | 'waiting' | 'live' | 'primary';
  pressed?: boolean;
  busy?: boolean;
  onClick?: () => void;
}

/** A control of the bottom bar: icon, state in words, and a tooltip with what it does and its key. */
export function BarButton(props: BarButtonProps) {
  const { icon, state, action, hotkey, tone = 'plain', pressed, busy, onClick, ...menu } = props;
  const hint = hotkey ? `${action} (${hotkey})` : action;
  return (
    <Tooltip label={hint} openDelay={400} events={{ hover: true, focus: false, touch: false }}>
      <UnstyledButton
        {...menu}
        className={classes.button}
        data-tone={tone}
        aria-pressed={pressed}
        aria-disabled={busy || undefined}
        aria-keyshortcuts={hotkey}
        onClick={() => !busy && onClick?.()}
      >
        <span className={classes.icon} aria-hidden>
          {icon}
        </span>
        <span className={classes.state}>{state}</span>
        {action !== state && <VisuallyHidden>. {action}</VisuallyHidden>}
      </UnstyledButton>
    </Tooltip>
  );
}
