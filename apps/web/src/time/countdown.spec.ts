import { countdownTo } from './countdown';

const minute = 60_000;

it.each([
  [-1, { unit: 'now' }],
  [0, { unit: 'now' }],
  [400, { unit: 'minutes', clock: '0:01' }],
  [59 * minute + 59_000, { unit: 'minutes', clock: '59:59' }],
  [60 * minute, { unit: 'hours', hours: 1, minutes: 0 }],
  [24 * 60 * minute - 1000, { unit: 'hours', hours: 23, minutes: 59 }],
  [50 * 60 * minute, { unit: 'days', days: 2, hours: 2 }],
])('%i ms ahead', (ahead, expected) => expect(countdownTo(1_000_000 + ahead, 1_000_000)).toEqual(expected));
