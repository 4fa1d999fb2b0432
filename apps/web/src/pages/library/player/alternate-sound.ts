/** Of a sound in a playlist what tells which it is: hls.js calls its language `lang`, browsers `language`. */
type Track = { lang?: string } | { language: string };

const tagOf = (track: Track) => ('language' in track ? track.language : (track.lang ?? ''));

/** Which of these is the sound in a language. The original names none, and no other would be it. -1: it is not there. */
export function trackOf(tracks: readonly Track[], channels: readonly string[], language: string | null): number {
  return tracks.findIndex((track) =>
    language === null ? !channels.includes(tagOf(track)) : tagOf(track) === language,
  );
}

/** What browsers that play HLS themselves (Safari) say of a video's sounds; TypeScript does not know it. */
export interface BrowserTracks extends EventTarget, Iterable<{ language: string; enabled: boolean }> {
  readonly length: number;
}

export const browserTracks = (video: HTMLVideoElement): BrowserTracks | null =>
  (video as { audioTracks?: BrowserTracks }).audioTracks ?? null;

/** Plays one of a video's sounds, and no other beside it. */
export function enable(all: BrowserTracks, channels: readonly string[], language: string | null): void {
  const tracks = Array.from(all);
  const chosen = trackOf(tracks, channels, language);
  if (chosen >= 0) tracks.forEach((track, index) => (track.enabled = index === chosen));
}
