import type { Interval } from './presence';

/** A track as a file that ffmpeg reads, its times counted in milliseconds from the recording's start. */
export interface TrackMedia {
  trackId: string;
  /** Null when there is nothing to be seen or heard in it. */
  file: string | null;
  /** When there was picture or sound. */
  intervals: Interval[];
  frames: number;
  /** Pictures that could not be used because something they need is lost. */
  droppedFrames: number;
  lostPackets: number;
  /** What the host should know, as a sentence; null when all is well. */
  notice: string | null;
}

export const emptyMedia = (trackId: string, notice: string | null = null): TrackMedia => ({
  trackId,
  file: null,
  intervals: [],
  frames: 0,
  droppedFrames: 0,
  lostPackets: 0,
  notice,
});
