const KEY = 'lectern.captions';
const SIZE_KEY = 'lectern.captionSize';

export const captionSizes = ['small', 'medium', 'large', 'huge'] as const;
export type CaptionSize = (typeof captionSizes)[number];

/** The language shown, of those there are; null: none. On, until somebody switches them off. */
export function captionsChoice(stored: string | null, languages: readonly string[]): string | null {
  if (stored === 'off') return null;
  return languages.find((language) => language === stored) ?? languages[0] ?? null;
}

export const rememberedCaptions = (languages: readonly string[]): string | null => captionsChoice(read(KEY), languages);

export const rememberCaptions = (language: string | null): void => write(KEY, language ?? 'off');

export const rememberedSize = (): CaptionSize => captionSizes.find((size) => size === read(SIZE_KEY)) ?? 'medium';

export const rememberSize = (size: CaptionSize): void => write(SIZE_KEY, size);

/** Lets the browser read the captions of one language, which we show: with its own it knows no sizes. */
export function readCaptions(video: HTMLVideoElement, language: string | null): TextTrack | null {
  let chosen: TextTrack | null = null;
  for (const track of Array.from(video.textTracks)) {
    const isChosen = chosen === null && track.language === language;
    track.mode = isChosen ? 'hidden' : 'disabled';
    if (isChosen) chosen = track;
  }
  return chosen;
}

/** What is being said, and by whom. */
export interface CaptionLine {
  speaker: string;
  text: string;
}

/** The words of a cue without its tags. The voice tag becomes an element with the name as its title (WebVTT §6.4). */
export function lineOf(cue: VTTCue): CaptionLine {
  const words = cue.getCueAsHTML();
  return { speaker: words.querySelector('[title]')?.getAttribute('title') ?? '', text: words.textContent ?? '' };
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function write(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing: the choice holds for this page.
  }
}
