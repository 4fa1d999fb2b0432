import type { Chapter } from '@lectern/contracts';
import { otherChapter } from './chapters';
import { toggleFullscreen } from './fullscreen';
import type { PlayerCommand } from './keys';

export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2];

/** What a command may need beside the video. */
export interface PlayerParts {
  video: HTMLVideoElement;
  /** What fills the screen: the video with its controls. */
  frame: HTMLElement;
  chapters: readonly Chapter[];
  toggleCaptions: () => void;
}

/** Does what a key or a button asks for. What the browser refuses (full screen, say) stays undone. */
export function obey({ video, frame, chapters, toggleCaptions }: PlayerParts, command: PlayerCommand): void {
  switch (command.do) {
    case 'toggle':
      if (video.paused) void video.play().catch(() => undefined);
      else video.pause();
      break;
    case 'jump':
      video.currentTime = Math.max(0, video.currentTime + command.seconds);
      break;
    case 'place':
      if (Number.isFinite(video.duration)) video.currentTime = video.duration * command.share;
      break;
    case 'chapter':
      video.currentTime = otherChapter(chapters, video.currentTime, command.step) ?? video.currentTime;
      break;
    case 'speed':
      video.playbackRate = nextSpeed(video.playbackRate, command.step);
      break;
    case 'captions':
      toggleCaptions();
      break;
    case 'mute':
      video.muted = !video.muted;
      break;
    case 'fullscreen':
      toggleFullscreen(frame, video);
      break;
  }
}

/** The next of the speeds offered; the last stays. */
export function nextSpeed(speed: number, step: 1 | -1): number {
  const beyond = step > 0 ? speeds.filter((one) => one > speed) : speeds.filter((one) => one < speed).reverse();
  return beyond[0] ?? speed;
}
