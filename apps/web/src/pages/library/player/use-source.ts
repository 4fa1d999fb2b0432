import type { ResourceDetail } from '@lectern/contracts';
import { useEffect, useRef } from 'react';
import { playlistOf, type Quality } from './quality';
import { attachSource, type Source } from './source';
import type { Heard } from './use-heard';

/** The video's source follows the choices, and goes on where it stood. */
export function useSource(
  video: { readonly current: HTMLVideoElement | null },
  { videoUrl, playlistUrl }: ResourceDetail,
  quality: Quality,
  { languages, chosen, tell }: Heard,
): void {
  const place = useRef({ second: 0, playing: false });
  const source = useRef<Source | null>(null);
  const isApart = languages.length > 0;
  const playlist = playlistUrl && playlistOf(playlistUrl, quality, { isApart, language: chosen });
  useEffect(() => {
    const element = video.current;
    if (!element || videoUrl === null) return;
    const { second, playing } = place.current;
    // Sound alone has a playlist for each language.
    const channels = quality === 'sound' ? [] : languages;
    const onSound = (isOriginalOnly: boolean) => tell(isOriginalOnly && languages.length > 0);
    source.current = attachSource(element, { file: videoUrl, playlist, channels, onSound });
    const goOn = () => {
      element.currentTime = second;
      if (playing) void element.play().catch(() => undefined);
    };
    if (second > 0) element.addEventListener('loadedmetadata', goOn, { once: true });
    return () => {
      element.removeEventListener('loadedmetadata', goOn);
      // A video without its source forgets where it stood.
      place.current = { second: element.currentTime, playing: !element.paused };
      source.current?.release();
    };
  }, [video, videoUrl, playlist, quality, languages, tell]);
  useEffect(() => source.current?.hear(chosen), [chosen, playlist, languages]);
}
