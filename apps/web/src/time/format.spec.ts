import { formatClock, formatDay, formatHours, formatZone, parseSecond, regionOf } from './format';

const phnomPenh = { locale: 'en-GB', timeZone: 'Asia/Phnom_Penh' };
const instant = new Date('2026-11-24T07:00:00Z');

describe('what a webinar says of its time', () => {
  it('says the weekday, and the year only when it is another', () => {
    expect(formatDay(instant, phnomPenh, new Date('2026-01-01'))).toBe('Tuesday 24 November');
    expect(formatDay(instant, phnomPenh, new Date('2025-12-01'))).toMatch(/^Tuesday,? 24 November 2026$/);
  });

  it('says from when to when', () => {
    expect(formatHours(instant, 90, phnomPenh)).toBe('14:00 – 15:30');
    expect(formatHours(new Date('2026-11-24T16:30:00Z'), 60, phnomPenh)).toBe('23:30 – Wed 00:30');
  });

  it('says the zone', () => {
    expect(formatZone(instant, phnomPenh)).toBe('Phnom Penh, GMT+7');
    expect(formatZone(instant, { locale: 'en', timeZone: 'UTC' })).toBe('UTC');
  });
});

it('keeps the region of the reader', () => {
  expect(regionOf('en', ['fr-FR', 'en-KE', 'en'])).toBe('en-KE');
  expect(regionOf('en', ['fr-FR'])).toBe('en');
});

it.each([
  [0, '0:00'],
  [73.9, '1:13'],
  [3729, '1:02:09'],
])('%s s on a player: %s', (seconds, expected) => expect(formatClock(seconds)).toBe(expected));

it.each([
  ['73', 73],
  ['73.5', 73.5],
  ['-1', null],
  ['1e9', null],
  [null, null],
])('second of ?t=%s', (value, expected) => expect(parseSecond(value)).toBe(expected));
