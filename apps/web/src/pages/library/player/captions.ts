import { keep, recall } from '../../../ui/memory';

const KEY = 'lectern.captions';
const ON = 'on';
const OFF = 'off';
const SIZE_KEY = 'lectern.captionSize';

export const captionSizes = ['small', 'medium', 'large', 'huge'] as const;
export type CaptionSize = (typeof captionSizes)[number];

/** A language, or whether there are any: which ones is then left to what is heard. */
export type CaptionsChoice = string;

/** The language shown, of those there are; null: none. On, until somebody switches them off. @param heard the usual one */
export function captionsShown(
  choice: CaptionsChoice,
  languages: readonly string[],
  heard: string | undefined,
): string | null {
  if (choice === OFF) return null;
  const find = (wanted: string | undefined) => languages.find((language) => language === wanted);
  return find(choice) ?? find(heard) ?? languages[0] ?? null;
}

export const captionsChoice = (language: string | null): CaptionsChoice => language ?? OFF;

export const captionsSwitched = (isOn: boolean): CaptionsChoice => (isOn ? ON : OFF);

export const rememberedCaptions = (): CaptionsChoice => recall(KEY) ?? ON;

export const rememberCaptions = (choice: CaptionsChoice): void => keep(KEY, choice);

export const rememberedSize = (): CaptionSize => captionSizes.find((size) => size === recall(SIZE_KEY)) ?? 'medium';

export const rememberSize = (size: CaptionSize): void => keep(SIZE_KEY, size);

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
