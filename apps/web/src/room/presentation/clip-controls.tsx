import type { ShownClip } from '@lectern/contracts';
import { IconPlayerPauseFilled, IconPlayerPlayFilled, IconX } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime } from '../../materials/clock-time';
import { useLiveRoom } from '../room-context';
import { useAction } from '../ui/use-action';
import { placeOf } from './clip-sync';
import { Control } from './control';
import classes from './presentation.module.css';
import type { ServerClock } from './server-clock';

const TICK_MS = 250;

/** For those who present: play, pause, seek and end, for everyone. */
export function ClipControls({ clip, clock }: { clip: ShownClip; clock: ServerClock }) {
  const { t } = useTranslation('room');
  const { presentation } = useLiveRoom();
  const act = useAction();
  const place = usePlace(clip, clock);
  const { materialId, duration } = clip;
  const plays = clip.playing && place < duration;
  const play = (playing: boolean, position?: number): void =>
    void act(() => presentation.play(materialId, playing, position));
  return (
    <div className={classes.controls} data-wide role="toolbar" aria-label={t('presentation.clipControls')}>
      <Control label={t(plays ? 'presentation.pause' : 'presentation.play')} onClick={() => play(!plays)}>
        {plays ? <IconPlayerPauseFilled /> : <IconPlayerPlayFilled />}
      </Control>
      <Seek place={place} duration={duration} onSeek={(position) => play(plays, position)} />
      <span className={classes.time}>
        {clockTime(place)} / {clockTime(duration)}
      </span>
      <Control label={t('presentation.stop')} onClick={() => void act(() => presentation.stop())}>
        <IconX />
      </Control>
    </div>
  );
}

interface SeekProps {
  place: number;
  duration: number;
  onSeek: (position: number) => void;
}

/** Follows the video; while it is moved by hand it stays under the hand, and everyone follows when it is let go. */
function Seek({ place, duration, onSeek }: SeekProps) {
  const { t } = useTranslation('room');
  const [held, setHeld] = useState<number | null>(null);
  const letGo = (): void => {
    if (held !== null) onSeek(held);
    setHeld(null);
  };
  const value = held ?? place;
  return (
    <input
      type="range"
      className={classes.seek}
      aria-label={t('presentation.seek')}
      aria-valuetext={t('presentation.time', { now: clockTime(value), duration: clockTime(duration) })}
      min={0}
      max={duration}
      step={0.1}
      value={value}
      onChange={(event) => setHeld(Number(event.currentTarget.value))}
      onPointerUp={letGo}
      onKeyUp={letGo}
      onBlur={letGo}
    />
  );
}

function usePlace(clip: ShownClip, clock: ServerClock): number {
  const [, tick] = useState(0);
  useEffect(() => {
    if (!clip.playing) return;
    const timer = setInterval(() => tick((count) => count + 1), TICK_MS);
    return () => clearInterval(timer);
  }, [clip.playing]);
  return placeOf(clip, clock.now());
}
