import { keep, recall } from '../../../ui/memory';

const KEY = 'lectern.watched';
/** Of so many recordings the place is remembered; the one watched longest ago goes first. */
const MOST = 100;
/** Who has seen fewer seconds (or a twentieth) has hardly begun, and who has fewer left has seen it. */
const EDGE = 15;

type Places = [resourceId: string, second: number][];

/** The places at which this browser stopped watching, the latest last. */
export function placesOf(stored: string | null): Places {
  try {
    const parsed: unknown = JSON.parse(stored ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isPlace) : [];
  } catch {
    return [];
  }
}

const isPlace = (place: unknown): place is Places[number] =>
  Array.isArray(place) && typeof place[0] === 'string' && Number.isFinite(place[1]);

/** @returns the places with this one, or without it when there is nothing to come back to */
export function withPlace(places: Places, resourceId: string, second: number, duration: number): Places {
  const others = places.filter(([id]) => id !== resourceId);
  const edge = Math.min(EDGE, duration / 20);
  const worth = second > edge && duration - second > edge;
  return worth ? [...others, [resourceId, Math.floor(second)] as Places[number]].slice(-MOST) : others;
}

/** Where this browser stopped watching this recording, in seconds, or null. */
export function placeOf(resourceId: string): number | null {
  return placesOf(recall(KEY)).find(([id]) => id === resourceId)?.[1] ?? null;
}

/** Keeps where the video stands when it stops, and when the page goes. @returns how to end that */
export function rememberPlace(video: HTMLVideoElement, resourceId: string): () => void {
  const note = () => {
    const { currentTime, duration } = video;
    // A video that was never played says nothing of the place before.
    if (!Number.isFinite(duration) || video.played.length === 0) return;
    keep(KEY, JSON.stringify(withPlace(placesOf(recall(KEY)), resourceId, currentTime, duration)));
  };
  video.addEventListener('pause', note);
  window.addEventListener('pagehide', note);
  return () => {
    note();
    video.removeEventListener('pause', note);
    window.removeEventListener('pagehide', note);
  };
}
