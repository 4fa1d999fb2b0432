import { useSyncExternalStore } from 'react';
import type { Playback } from './playback';

/** What the video says of itself; draws again only when the answer (a plain value) changes. */
export const useMedia = <T extends string | number | boolean>(
  playback: Playback,
  pick: (video: HTMLVideoElement) => T,
  otherwise: T,
): T => useSyncExternalStore(playback.subscribe, () => playback.read(pick, otherwise));

/** Seconds; 0 while it is not known. */
export const durationOf = ({ duration }: HTMLVideoElement): number => (Number.isFinite(duration) ? duration : 0);
