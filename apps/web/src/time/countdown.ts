export type Countdown =
  | { unit: 'days'; days: number; hours: number }
  | { unit: 'hours'; hours: number; minutes: number }
  | { unit: 'minutes'; clock: string }
  | { unit: 'now' };

/** How long until then, as coarse as it is useful: days and hours, hours and minutes, a clock in the last hour. */
export function countdownTo(instant: number, now: number): Countdown {
  const seconds = Math.ceil((instant - now) / 1000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (seconds <= 0) return { unit: 'now' };
  if (hours >= 24) return { unit: 'days', days: Math.floor(hours / 24), hours: hours % 24 };
  if (hours >= 1) return { unit: 'hours', hours, minutes: minutes % 60 };
  return { unit: 'minutes', clock: `${minutes}:${String(seconds % 60).padStart(2, '0')}` };
}
