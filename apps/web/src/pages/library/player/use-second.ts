import { useSyncExternalStore } from 'react';
import type { Playback } from './playback';

/** The whole second at which the video stands; renders once a second. */
export const useSecond = (playback: Playback): number =>
  useSyncExternalStore(playback.subscribe, () => Math.floor(playback.time()));
