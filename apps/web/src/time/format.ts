/** Numbers and dates as the reader's region writes them, in the language of the page. */
export function regionOf(language: string, preferred: readonly string[] = navigator.languages): string {
  return preferred.find((tag) => new Intl.Locale(tag).language === language) ?? language;
}

export interface Moment {
  locale: string;
  timeZone: string;
}

/** `Tuesday 24 November`, with the year when it is not this one. */
export function formatDay(instant: Date, { locale, timeZone }: Moment, now = new Date()): string {
  const year = (date: Date) => new Intl.DateTimeFormat('en', { timeZone, year: 'numeric' }).format(date);
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(year(instant) === year(now) ? {} : { year: 'numeric' }),
  }).format(instant);
}

/** `14:00 – 15:00`; with the weekday where it ends on another day. */
export function formatHours(instant: Date, minutes: number, { locale, timeZone }: Moment): string {
  const end = new Date(instant.getTime() + minutes * 60_000);
  const clock = new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' });
  const day = new Intl.DateTimeFormat(locale, { timeZone, weekday: 'short' });
  const later = day.format(end) === day.format(instant) ? '' : `${day.format(end)} `;
  return `${clock.format(instant)} – ${later}${clock.format(end)}`;
}

/** `14:05`. */
export function formatTime(instant: Date, { locale, timeZone }: Moment): string {
  return new Intl.DateTimeFormat(locale, { timeZone, timeStyle: 'short' }).format(instant);
}

/** `Phnom Penh, GMT+7`. */
export function formatZone(instant: Date, { locale, timeZone }: Moment): string {
  const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'shortOffset' }).formatToParts(instant);
  const shift = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const city = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return timeZone.includes('/') ? `${city}, ${shift}` : timeZone;
}

/** `24 Nov 2026`. */
export function formatDate(instant: Date, { locale, timeZone }: Moment): string {
  return new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short', year: 'numeric' }).format(instant);
}

/** Seconds as a player shows them: `4:07`, `1:02:09`. */
export function formatClock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60];
  return hours > 0 ? `${hours}:${pad(minutes)}:${pad(whole % 60)}` : `${minutes}:${pad(whole % 60)}`;
}

/** The second of a `?t=73` link; null when there is none. */
export function parseSecond(value: string | null): number | null {
  return value !== null && /^\d+(\.\d+)?$/.test(value) ? Number(value) : null;
}
