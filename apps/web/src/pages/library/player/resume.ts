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
  return placesOf(read()).find(([id]) => id === resourceId)?.[1] ?? null;
}

/** Keeps where the video stands when it stops, and when the page goes. @returns how to end that */
export function rememberPlace(video: HTMLVideoElement, resourceId: string): () => void {
  const keep = () => {
    const { currentTime, duration } = video;
    // A video that was never played says nothing of the place before.
    if (!Number.isFinite(duration) || video.played.length === 0) return;
    write(JSON.stringify(withPlace(placesOf(read()), resourceId, currentTime, duration)));
  };
  video.addEventListener('pause', keep);
  window.addEventListener('pagehide', keep);
  return () => {
    keep();
    video.removeEventListener('pause', keep);
    window.removeEventListener('pagehide', keep);
  };
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(text: string): void {
  try {
    localStorage.setItem(KEY, text);
  } catch {
    // Private windows may refuse: then the next visit begins at the beginning.
  }
}
