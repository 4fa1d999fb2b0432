import type { ShownClip } from '@lectern/contracts';

/** Where the video is for everyone, in seconds. @param serverNow epoch ms by the server's clock */
export function placeOf({ playing, position, at, duration }: ShownClip, serverNow: number): number {
  const passed = playing ? Math.max(0, serverNow - Date.parse(at)) / 1000 : 0;
  return Math.min(duration, position + passed);
}

/** What a player does to be where it should. */
export interface Correction {
  /** Jump there. */
  seek: number | null;
  /** Play this fast. */
  rate: number;
}

/** Nobody sees or hears so little. */
const FINE = 0.06;
/** So much is made good by a jump; less by playing a little faster or slower. */
const JUMP = 1;
/** Pitch is kept by the browser; more than this is heard in music. */
const MOST_RATE = 0.08;

/** @param place where everyone is. @param own where this player is */
export function correct(place: number, own: number): Correction {
  const behind = place - own;
  if (Math.abs(behind) > JUMP) return { seek: place, rate: 1 };
  if (Math.abs(behind) < FINE) return { seek: null, rate: 1 };
  return { seek: null, rate: 1 + Math.max(-MOST_RATE, Math.min(MOST_RATE, behind * 0.25)) };
}
