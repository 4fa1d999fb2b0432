import { useSyncExternalStore } from 'react';

/** iPhones fill the screen with a video alone, and with their own controls. */
interface AppleVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

export function toggleFullscreen(frame: HTMLElement, video: AppleVideo): void {
  if (document.fullscreenElement) void document.exitFullscreen().catch(() => undefined);
  else if (document.fullscreenEnabled) void frame.requestFullscreen().catch(() => undefined);
  else video.webkitEnterFullscreen?.();
}

const subscribe = (listener: () => void) => {
  document.addEventListener('fullscreenchange', listener);
  return () => document.removeEventListener('fullscreenchange', listener);
};

export const useFullscreen = (): boolean => useSyncExternalStore(subscribe, () => document.fullscreenElement !== null);
