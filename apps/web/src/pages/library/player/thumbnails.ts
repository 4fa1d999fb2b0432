/** A small picture of a moment: a part of a sheet. */
export interface Thumbnail {
  start: number;
  /** Of the sheet. */
  url: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const CUE = /(?:(\d+):)?(\d\d):(\d\d\.\d{3}) --> .*\n(\S+)#xywh=(\d+),(\d+),(\d+),(\d+)/g;

/** Reads a thumbnails track: WebVTT whose cues name parts of sheets. @param base address of the track, to which theirs relate */
export function thumbnailsOf(track: string, base: string): Thumbnail[] {
  return [...track.matchAll(CUE)].map(([, hours = '0', minutes, seconds, sheet, ...place]) => {
    const [x, y, width, height] = place.map(Number) as [number, number, number, number];
    const start = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    return { start, url: new URL(sheet!, base).href, x, y, width, height };
  });
}

/** What is shown of a moment: the last picture that begins before it. */
export const thumbnailAt = (thumbnails: readonly Thumbnail[], second: number): Thumbnail | null =>
  thumbnails.findLast(({ start }) => start <= second) ?? null;

/** None when they cannot be had: the bar then shows the time alone. */
export async function fetchThumbnails(url: string): Promise<Thumbnail[]> {
  try {
    const response = await fetch(url);
    return response.ok ? thumbnailsOf(await response.text(), response.url) : [];
  } catch {
    return [];
  }
}
