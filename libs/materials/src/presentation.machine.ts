import type { ShownClip, ShownDeck } from '@lectern/contracts';

/** Of a material, what showing it needs. */
export interface Showable {
  id: string;
  kind: 'deck' | 'clip';
  title: string;
  pages: number | null;
  duration: number | null;
  hasVideo: boolean;
  hasAudio: boolean;
}

/** Slides on a page (within the deck), or a video that stands at its beginning. */
export function show(material: Showable, page: number, now: string): ShownDeck | ShownClip {
  const { id: materialId, kind, title } = material;
  if (kind === 'deck') {
    const pages = material.pages ?? 1;
    return { kind, materialId, title, pages, page: Math.min(page, pages) };
  }
  const { duration, hasVideo, hasAudio } = material;
  return { kind, materialId, title, duration: duration ?? 0, hasVideo, hasAudio, playing: false, position: 0, at: now };
}

/** @returns null when there is no such page */
export function turn(deck: ShownDeck, page: number): ShownDeck | null {
  return page > deck.pages ? null : { ...deck, page };
}

/** Plays on or pauses, where it is now or from another place on. A video at its end begins anew. */
export function play(clip: ShownClip, playing: boolean, position: number | undefined, now: string): ShownClip {
  const wanted = Math.min(position ?? positionAt(clip, Date.parse(now)), clip.duration);
  return { ...clip, playing, position: playing && wanted >= clip.duration ? 0 : wanted, at: now };
}

/** Where a video is, in seconds. @param now epoch milliseconds of the server's clock */
export function positionAt({ playing, position, at, duration }: ShownClip, now: number): number {
  const passed = playing ? Math.max(0, now - Date.parse(at)) / 1000 : 0;
  return Math.min(duration, position + passed);
}
