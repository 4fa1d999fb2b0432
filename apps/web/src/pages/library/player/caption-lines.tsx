import classes from './player.module.css';
import type { Captions } from './use-captions';

/** What is being said. Screen readers hear it spoken; they would only talk over it. */
export function CaptionLines({ captions: { lines, language, size } }: { captions: Captions }) {
  if (lines.length === 0) return null;
  return (
    <div className={classes.captions} data-size={size} lang={language ?? undefined} data-testid="captions" aria-hidden>
      {lines.map(({ speaker, text }, index) => (
        <p key={index} dir="auto">
          <span>
            {speaker && <b>{speaker}: </b>}
            {text}
          </span>
        </p>
      ))}
    </div>
  );
}
