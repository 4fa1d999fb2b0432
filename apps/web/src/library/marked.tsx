import classes from './marked.module.css';
import type { Piece } from './snippet';

/** Text with its found words marked. */
export function Marked({ pieces }: { pieces: readonly Piece[] }) {
  return pieces.map(({ text, found }, index) =>
    found ? (
      <mark key={index} className={classes.mark}>
        {text}
      </mark>
    ) : (
      <span key={index}>{text}</span>
    ),
  );
}
