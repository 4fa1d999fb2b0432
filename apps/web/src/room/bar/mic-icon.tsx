import { IconMicrophone } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { measureLevel } from '../media/meter';
import { useLocal } from '../room-context';
import classes from './bar.module.css';

/** The open microphone, filled as loud as it hears. It writes to the element itself: that is no work for React. */
export function OpenMicIcon() {
  const track = useLocal((state) => (state.microphone.status === 'on' ? state.microphone.track : null));
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const element = frame.current;
    if (!track || !element) return;
    return measureLevel(track, (level) => element.style.setProperty('--level', level.toFixed(2)));
  }, [track]);
  return (
    <span ref={frame} className={classes.micLevel} data-testid="bar-level">
      <IconMicrophone />
    </span>
  );
}
