import { keep, recall } from '../../../ui/memory';

export const qualities = ['auto', 'high', 'middle', 'low', 'sound'] as const;
export type Quality = (typeof qualities)[number];

const KEY = 'lectern.quality';

/** As chosen in this browser before; the smallest picture for those who ask the browser to save data. */
export function rememberedQuality(): Quality {
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  const stored = recall(KEY);
  return qualities.find((quality) => quality === stored) ?? (saves ? 'low' : 'auto');
}

export const rememberQuality = (quality: Quality): void => keep(KEY, quality);

interface Sound {
  /** Whether there are interpreters: then the sound is apart from the picture. */
  isApart: boolean;
  /** What is heard; null: the original. */
  language: string | null;
}

/** The playlist of one quality; of all of them for `auto`. Those of a picture have the sound in every language. */
export function playlistOf(main: string, quality: Quality, { isApart, language }: Sound): string {
  const named = (name: string) => main.replace(/hls\.m3u8$/, `hls-${name}.m3u8`);
  if (quality === 'auto') return main;
  if (quality === 'sound') return named(language === null ? 'sound' : `sound-${language.toLowerCase()}`);
  return named(isApart ? `only-${quality}` : quality);
}
