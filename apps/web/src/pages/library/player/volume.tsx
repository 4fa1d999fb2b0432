import { useTranslation } from 'react-i18next';
import classes from './control-bar.module.css';
import type { Playback } from './playback';
import { useMedia } from './use-media';

/** Where there is a mouse; fingers have the device's own buttons. */
export function Volume({ playback }: { playback: Playback }) {
  const { t } = useTranslation('library');
  const volume = useMedia(playback, (video) => (video.muted ? 0 : video.volume), 1);
  const set = (wanted: number) =>
    playback.read((video) => {
      video.volume = wanted;
      video.muted = wanted === 0;
    }, undefined);
  return (
    <input
      type="range"
      className={classes.volume}
      aria-label={t('player.volume')}
      min={0}
      max={1}
      step={0.05}
      value={volume}
      onChange={(event) => set(Number(event.currentTarget.value))}
      // Its keys are its own.
      onKeyDown={(event) => event.stopPropagation()}
    />
  );
}
