import type { Chapter } from '@lectern/contracts';
import {
  IconArrowsMaximize,
  IconArrowsMinimize,
  IconBadgeCc,
  IconPictureInPicture,
  IconPlayerPauseFilled,
  IconPlayerPlayFilled,
  IconRewindBackward10,
  IconRewindForward10,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '../../../time/format';
import { chapterAt } from './chapters';
import classes from './control-bar.module.css';
import { useFullscreen } from './fullscreen';
import type { PlayerCommand } from './keys';
import type { Playback } from './playback';
import { togglePicture } from './picture-in-picture';
import { PlayerButton } from './player-button';
import { durationOf, useMedia } from './use-media';
import { useSecond } from './use-second';
import { Volume } from './volume';

interface ControlBarProps {
  playback: Playback;
  chapters: readonly Chapter[];
  /** Null where there are none. */
  captionsOn: boolean | null;
  settings: ReactNode;
  onCommand: (command: PlayerCommand) => void;
}

/** The row of buttons; the order is the same in every writing direction, as on every player. */
export function ControlBar({ playback, chapters, captionsOn, settings, onCommand }: ControlBarProps) {
  const { t } = useTranslation('library');
  const paused = useMedia(playback, (video) => video.paused, true);
  const muted = useMedia(playback, (video) => video.muted || video.volume === 0, false);
  const full = useFullscreen();
  const button = (key: string, command: PlayerCommand, name: string, icon: ReactNode, pressed?: boolean) => (
    <PlayerButton name={name} shortcut={key} pressed={pressed} onClick={() => onCommand(command)}>
      {icon}
    </PlayerButton>
  );
  return (
    <div className={classes.row} dir="ltr">
      {button(
        'K',
        { do: 'toggle' },
        paused ? t('player.play') : t('player.pause'),
        paused ? <IconPlayerPlayFilled /> : <IconPlayerPauseFilled />,
      )}
      {button('J', { do: 'jump', seconds: -10 }, t('player.back'), <IconRewindBackward10 />)}
      {button('L', { do: 'jump', seconds: 10 }, t('player.on'), <IconRewindForward10 />)}
      {button(
        'M',
        { do: 'mute' },
        muted ? t('player.unmute') : t('player.mute'),
        muted ? <IconVolumeOff /> : <IconVolume />,
      )}
      <Volume playback={playback} />
      <Place playback={playback} chapters={chapters} />
      <span className={classes.end}>
        {captionsOn !== null && button('C', { do: 'captions' }, t('player.captions'), <IconBadgeCc />, captionsOn)}
        {settings}
        {'pictureInPictureEnabled' in document && document.pictureInPictureEnabled && (
          <PlayerButton name={t('player.picture')} extra onClick={() => playback.read(togglePicture, undefined)}>
            <IconPictureInPicture />
          </PlayerButton>
        )}
        {button(
          'F',
          { do: 'fullscreen' },
          full ? t('player.fullscreenEnd') : t('player.fullscreen'),
          full ? <IconArrowsMinimize /> : <IconArrowsMaximize />,
        )}
      </span>
    </div>
  );
}

function Place({ playback, chapters }: { playback: Playback; chapters: readonly Chapter[] }) {
  const second = useSecond(playback);
  const duration = useMedia(playback, durationOf, 0);
  const title = chapters[chapterAt(chapters, second)]?.title;
  return (
    <span className={classes.place}>
      <span className={classes.time}>
        {formatClock(second)} / {formatClock(duration)}
      </span>
      {title && (
        <span className={classes.chapter} dir="auto" data-testid="player-chapter">
          {title}
        </span>
      )}
    </span>
  );
}
