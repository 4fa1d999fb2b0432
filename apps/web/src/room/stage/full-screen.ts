import { useSyncExternalStore } from 'react';

/** Not on iPhones, where only a video can fill the screen. */
export const canFillScreen = (): boolean => document.fullscreenEnabled;

/** Fills the screen with this part of the page, or gives it back. A refusal by the browser leaves all as it is. */
export async function toggleFullScreen(element: Element | null): Promise<void> {
  if (document.fullscreenElement) await document.exitFullscreen();
  else await element?.requestFullscreen();
}

const subscribe = (listener: () => void): (() => void) => {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
};

export const useFullScreen = (): boolean => useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
