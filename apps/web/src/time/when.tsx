import { formatDay, formatHours, formatZone, type Moment } from './format';
import { useMoment } from './use-moment';
import { sameOffset } from './zoned';

interface Event {
  startsAt: string;
  durationMinutes: number;
  timeZone: string;
}

/** `Tuesday 24 November, 14:00 – 15:00 (Phnom Penh, GMT+7)` in the reader's zone, or in the one given. */
export function When({ event, zone }: { event: Event; zone?: string }) {
  const own = useMoment();
  const moment: Moment = { ...own, timeZone: zone ?? own.timeZone };
  const start = new Date(event.startsAt);
  return (
    <time dateTime={event.startsAt}>
      {formatDay(start, moment)}, {formatHours(start, event.durationMinutes, moment)} ({formatZone(start, moment)})
    </time>
  );
}

/** Whether the host's clocks show another time than the reader's. */
export function useIsElsewhere(event: Event): boolean {
  return !sameOffset(new Date(event.startsAt), event.timeZone, useMoment().timeZone);
}
