export const qualities = ['auto', 'high', 'middle', 'low', 'sound'] as const;
export type Quality = (typeof qualities)[number];

const KEY = 'lectern.quality';

/** As chosen in this browser before; the smallest picture for those who ask the browser to save data. */
export function rememberedQuality(): Quality {
  const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
  try {
    const stored = localStorage.getItem(KEY);
    return qualities.find((quality) => quality === stored) ?? (saves ? 'low' : 'auto');
  } catch {
    return saves ? 'low' : 'auto';
  }
}

export function rememberQuality(quality: Quality): void {
  try {
    localStorage.setItem(KEY, quality);
  } catch {
    // Private windows may refuse; the choice then holds for this visit.
  }
}

/** The playlist of one quality; of all of them for `auto`. */
export const playlistOf = (main: string, quality: Quality): string =>
  quality === 'auto' ? main : main.replace(/hls\.m3u8$/, `hls-${quality}.m3u8`);
