import { Loader } from '@mantine/core';
import classes from './waiting.module.css';

/** A moment's pause, in words. */
export function Waiting({ text }: { text: string }) {
  return (
    <main className={classes.waiting}>
      <Loader size="sm" aria-hidden />
      <p role="status">{text}</p>
    </main>
  );
}
