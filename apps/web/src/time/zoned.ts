/** A moment as a clock on the wall shows it: `2026-11-24` and `14:00`. */
export interface WallTime {
  date: string;
  time: string;
}

/** What clocks in `timeZone` show at `instant`. */
export function wallTimeOf(instant: Date, timeZone: string): WallTime {
  const part = partsOf(instant, timeZone);
  return { date: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}` };
}

/**
 * When clocks in `timeZone` show this. A time that the change to summer time leaves out becomes the one an hour later;
 * of one that comes twice, the first is taken.
 */
export function instantOf({ date, time }: WallTime, timeZone: string): Date | null {
  const asUtc = Date.parse(`${date}T${time}:00Z`);
  if (Number.isNaN(asUtc)) return null;
  const day = 86_400_000;
  const candidates = [offset(asUtc - day, timeZone), offset(asUtc + day, timeZone)].map((shift) => asUtc - shift);
  const fitting = candidates.filter((candidate) => candidate + offset(candidate, timeZone) === asUtc);
  return new Date(fitting.length > 0 ? Math.min(...fitting) : Math.max(...candidates));
}

/** When a webinar is most often planned: tomorrow, at the next full hour. */
export function nextFullHourTomorrow(now: Date, timeZone: string): WallTime {
  const hour = 3_600_000;
  return wallTimeOf(new Date(Math.ceil(now.getTime() / hour) * hour + 24 * hour), timeZone);
}

export function sameOffset(instant: Date, a: string, b: string): boolean {
  return offset(instant.getTime(), a) === offset(instant.getTime(), b);
}

export const ownTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Milliseconds that the zone's clocks are ahead of UTC at that moment. */
function offset(instant: number, timeZone: string): number {
  const part = partsOf(new Date(instant), timeZone);
  const wall = Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}Z`);
  return wall - Math.floor(instant / 1000) * 1000;
}

function partsOf(instant: Date, timeZone: string): Record<string, string> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  return Object.fromEntries(format.formatToParts(instant).map(({ type, value }) => [type, value]));
}
