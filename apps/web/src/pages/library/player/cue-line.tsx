import type { Cue } from '@lectern/contracts';
import { memo } from 'react';
import { Marked } from '../../../library/marked';
import { piecesAround } from '../../../library/snippet';
import { formatClock } from '../../../time/format';
import type { Playback } from './playback';
import classes from './transcript.module.css';

interface CueLineProps {
  cue: Cue;
  isActive: boolean;
  wanted: string;
  playback: Playback;
}

/** Remembered: of a long transcript only the line that was active and the one that is are drawn again. */
export const CueLine = memo(function CueLine({ cue, isActive, wanted, playback }: CueLineProps) {
  return (
    <button
      type="button"
      className={classes.cue}
      aria-current={isActive ? 'true' : undefined}
      onClick={() => playback.seek(cue.start, true)}
    >
      <span className={classes.time}>{formatClock(cue.start)}</span>
      <span dir="auto" lang={cue.language ?? undefined}>
        <Marked pieces={piecesAround(cue.text, wanted)} />
      </span>
    </button>
  );
});
