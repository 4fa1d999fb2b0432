import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureWindow } from '../media/picture-window';
import { useLiveRoom, useMedia } from '../room-context';
import { canFillScreen, toggleFullScreen } from './full-screen';
import type { StageLayout } from './layout';

/** The small window over all others follows the most important picture of the stage. */
export function usePictureWindow({ main, side }: StageLayout): void {
  const { pictureWindow } = useLiveRoom();
  const videoId = [...main, ...side].find((tile) => !tile.self && tile.videoId)?.videoId ?? null;
  const track = useMedia((state) => (videoId ? (state.tracks.get(videoId) ?? null) : null));
  useEffect(() => pictureWindow.follow(videoId, track), [pictureWindow, videoId, track]);
}

/** The stage beyond its place on the page: over the whole screen, or in a small window over all others. */
export function useStageWindows(): { fillScreen: () => void; pictureInPicture: () => void } {
  const { t } = useTranslation('room');
  const { pictureWindow, notices } = useLiveRoom();
  const sayRefused = (): void => void notices.push(t('notice.windowRefused'), 'error');
  return {
    fillScreen: () => {
      if (canFillScreen()) toggleFullScreen(document.getElementById('stage')).catch(sayRefused);
    },
    pictureInPicture: () => {
      if (PictureWindow.supported) pictureWindow.toggle().catch(sayRefused);
    },
  };
}
