import classes from '../bar/top-bar.module.css';
import { clock, secondsSince } from './format';
import { useServerNow } from './use-now';

/** @param less milliseconds that do not count */
export function Running({ since, less = 0 }: { since: string; less?: number }) {
  return <time className={classes.time}>{clock(secondsSince(since, useServerNow() - less))}</time>;
}
