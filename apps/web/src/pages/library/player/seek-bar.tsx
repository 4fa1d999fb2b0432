import type { Chapter } from '@lectern/contracts';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../time/format';
import { cssVariables } from '../../../ui/css-variables';
import { chapterAt } from './chapters';
import { commandOf, type PlayerCommand } from './keys';
import type { Playback } from './playback';
import { SeekPreview } from './seek-preview';
import classes from './seek-bar.module.css';
import { durationOf, useMedia } from './use-media';
import { usePointed } from './use-pointed';
import { useSecond } from './use-second';

interface SeekBarProps {
  playback: Playback;
  chapters: readonly Chapter[];
  thumbnailsUrl: string | null;
  onCommand: (command: PlayerCommand) => void;
}

/**
 * Where the video stands, and the way to another place: by pointer, finger or the keys of a slider. Time runs from left
 * to right in every writing direction, as it does on the players that people know.
 */
export function SeekBar({ playback, chapters, thumbnailsUrl, onCommand }: SeekBarProps) {
  const { t } = useTranslation('library');
  const bar = useRef<HTMLDivElement>(null);
  const second = useSecond(playback);
  const duration = useMedia(playback, durationOf, 0);
  const loaded = useMedia(playback, loadedEnd, 0);
  const { pointed, point, leave, flash, isDragging, drag } = usePointed();
  const shown = isDragging && pointed !== null ? pointed : second;
  const share = (value: number) => (duration > 0 ? Math.min(1, value / duration) : 0);
  const secondAt = ({ clientX }: PointerEvent) => {
    const { left, width } = bar.current!.getBoundingClientRect();
    return Math.min(1, Math.max(0, (clientX - left) / Math.max(1, width))) * duration;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event, true);
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    onCommand(command);
    // A key jumps at once, so the place is where the video now is.
    if (['jump', 'place', 'chapter'].includes(command.do)) flash(playback.time());
  };
  const title = chapters[chapterAt(chapters, shown)]?.title;
  const time = t('player.timeOf', { time: formatClock(shown), duration: formatClock(duration) });
  return (
    <div
      ref={bar}
      dir="ltr"
      className={classes.bar}
      role="slider"
      tabIndex={0}
      aria-label={t('player.seek')}
      aria-valuemin={0}
      aria-valuemax={Math.floor(duration)}
      aria-valuenow={Math.floor(shown)}
      aria-valuetext={title ? `${time}, ${title}` : time}
      style={cssVariables({ '--at': share(shown), '--loaded': share(loaded) })}
      data-dragging={isDragging || undefined}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0 || duration === 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        drag(secondAt(event));
      }}
      onPointerMove={(event) => duration > 0 && point(secondAt(event))}
      onPointerUp={(event) => {
        // One seek where the finger ends: a weak line would not follow it on its way.
        if (isDragging) playback.seek(secondAt(event), false);
        leave(event.pointerType !== 'mouse');
      }}
      onPointerCancel={() => leave(true)}
      onPointerLeave={() => !isDragging && leave(true)}
      onBlur={() => leave(true)}
    >
      <div className={classes.rail}>
        <div className={classes.loaded} />
        <div className={classes.played} />
        {duration > 0 &&
          chapters
            .filter(({ at }) => at > 0 && at < duration)
            .map(({ at }) => (
              <span
                key={at}
                className={classes.mark}
                data-testid="chapter-mark"
                style={cssVariables({ '--at': share(at) })}
              />
            ))}
      </div>
      <div className={classes.thumb} />
      {pointed !== null && duration > 0 && (
        <SeekPreview second={pointed} share={share(pointed)} chapters={chapters} thumbnailsUrl={thumbnailsUrl} />
      )}
    </div>
  );
}

/** How far ahead of where it stands the video is there. */
function loadedEnd({ buffered, currentTime }: HTMLVideoElement): number {
  for (let i = 0; i < buffered.length; i += 1)
    if (buffered.start(i) <= currentTime + 1 && currentTime <= buffered.end(i)) return Math.floor(buffered.end(i));
  return 0;
}
