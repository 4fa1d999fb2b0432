import type { ResourceDetail } from '@lectern/contracts';
import { useEffect, useRef } from 'react';
import { playlistOf, type Quality } from './quality';
import { attachSource } from './source';

/** The video's source follows the choice, and goes on where it stood. */
export function useSource(
  video: { readonly current: HTMLVideoElement | null },
  { videoUrl, playlistUrl }: ResourceDetail,
  quality: Quality,
): void {
  const place = useRef({ second: 0, playing: false });
  useEffect(() => {
    const element = video.current;
    if (!element || videoUrl === null) return;
    const { second, playing } = place.current;
    const release = attachSource(element, videoUrl, playlistUrl && playlistOf(playlistUrl, quality));
    const goOn = () => {
      element.currentTime = second;
      if (playing) void element.play().catch(() => undefined);
    };
    if (second > 0) element.addEventListener('loadedmetadata', goOn, { once: true });
    return () => {
      element.removeEventListener('loadedmetadata', goOn);
      // A video without its source forgets where it stood.
      place.current = { second: element.currentTime, playing: !element.paused };
      release();
    };
  }, [video, videoUrl, playlistUrl, quality]);
}
