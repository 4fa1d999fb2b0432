import type { Webinar } from '@lectern/contracts';
import { wallTimeOf } from '../time/zoned';

export interface Day {
  /** `2026-11-24` on the reader's calendar. */
  date: string;
  webinars: Webinar[];
}

export interface Programme {
  live: Webinar[];
  days: Day[];
}

/** Live ones first, then day by day as the reader's calendar has them. */
export function programmeOf(webinars: readonly Webinar[], timeZone: string): Programme {
  const days = new Map<string, Webinar[]>();
  const coming = webinars.filter(({ status }) => status === 'scheduled');
  for (const webinar of coming.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    const { date } = wallTimeOf(new Date(webinar.startsAt), timeZone);
    days.set(date, [...(days.get(date) ?? []), webinar]);
  }
  return {
    live: webinars.filter(({ status }) => status === 'live'),
    days: Array.from(days, ([date, list]) => ({ date, webinars: list })),
  };
}
