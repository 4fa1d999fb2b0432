import { regionOf } from '../../time/format';

/** 754 → `12:34`; 3754 → `1:02:34`. */
export function clock(totalSeconds: number): string {
  const seconds = Math.max(0, Math.floor(totalSeconds));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

export const secondsSince = (instant: string, nowMs: number): number => (nowMs - Date.parse(instant)) / 1000;

/** `14:05`, as the reader's region writes it. */
export function timeOfDay(instant: string, language: string): string {
  return new Intl.DateTimeFormat(regionOf(language), { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** Weekday, date and time with the zone: in the reader's own zone. */
export function fullMoment(instant: string, language: string): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  };
  return new Intl.DateTimeFormat(regionOf(language), options).format(new Date(instant));
}

/** Languages by their own names: `fr` → `français`. */
export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
