import type { Interval } from '../tracks/presence';

export const FRAME_RATE = 25;
export const FRAME_MS = 1000 / FRAME_RATE;

/** A video track, and when it has something to show. */
export interface VisibleTrack {
  trackId: string;
  participantId: string;
  /** `shown`: slides or a video that were shown to everyone. */
  source: 'camera' | 'screen' | 'shown';
  visible: Interval[];
}

/** Somebody became the active speaker (or nobody is), in milliseconds from the recording's start. */
export interface SpeakerChange {
  at: number;
  participantId: string | null;
}

/** What is shown from one moment to another; both lie on the frame grid. */
export interface Scene extends Interval {
  /** The large picture; null: nobody shows anything. */
  main: string | null;
  /** The small ones, from top to bottom. */
  side: string[];
  /** All of them at the same size, instead. */
  equal?: boolean;
}

/** As many tiles as fit beside the main picture. */
export const MAX_SIDE = 4;

/** Smaller ones would show nothing. */
export const MAX_EQUAL = 16;
