import { initials } from '../../ui/initials';
import { cssVariables } from '../../ui/css-variables';
import classes from './avatar.module.css';

/** Somebody without a picture: initials on a ground of their own hue. */
export function Avatar({ name, size = 'md' }: { name: string; size?: 'sm' | 'md' | 'xl' }) {
  const hue = [...name].reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 360, 7);
  return (
    <span className={classes.avatar} data-size={size} style={cssVariables({ '--hue': hue })} aria-hidden>
      {initials(name)}
    </span>
  );
}
