import { instantOf, nextFullHourTomorrow, sameOffset, wallTimeOf } from './zoned';

describe('instantOf', () => {
  it.each([
    ['2026-11-24', '14:00', 'Asia/Phnom_Penh', '2026-11-24T07:00:00.000Z'],
    ['2026-07-01', '09:30', 'America/New_York', '2026-07-01T13:30:00.000Z'],
    ['2026-01-01', '00:15', 'Asia/Kathmandu', '2025-12-31T18:30:00.000Z'],
    ['2026-06-15', '12:00', 'UTC', '2026-06-15T12:00:00.000Z'],
    // Left out when clocks go forward, 02:00 to 03:00.
    ['2026-03-29', '02:30', 'Europe/Paris', '2026-03-29T01:30:00.000Z'],
    // Comes twice when they go back.
    ['2026-10-25', '02:30', 'Europe/Paris', '2026-10-25T00:30:00.000Z'],
  ])('%s %s in %s', (date, time, zone, expected) => {
    expect(instantOf({ date, time }, zone)?.toISOString()).toBe(expected);
  });

  it('is null while a field is empty', () => {
    expect(instantOf({ date: '', time: '14:00' }, 'UTC')).toBeNull();
  });
});

describe('wallTimeOf', () => {
  it('undoes instantOf', () => {
    const wall = { date: '2026-11-24', time: '00:05' };
    expect(wallTimeOf(instantOf(wall, 'Africa/Cairo') ?? new Date(0), 'Africa/Cairo')).toEqual(wall);
  });
});

describe('nextFullHourTomorrow', () => {
  it('rounds up and crosses the month', () => {
    const now = new Date('2026-11-29T23:20:00Z');
    expect(nextFullHourTomorrow(now, 'UTC')).toEqual({ date: '2026-12-01', time: '00:00' });
  });
});

describe('sameOffset', () => {
  it('compares clocks at that moment, not names', () => {
    const winter = new Date('2026-01-15T00:00:00Z');
    expect(sameOffset(winter, 'Europe/London', 'Africa/Accra')).toBe(true);
    expect(sameOffset(new Date('2026-07-15T00:00:00Z'), 'Europe/London', 'Africa/Accra')).toBe(false);
  });
});
