import { partsUntil } from '../lobby/countdown-parts';
import { clock, languageName } from './format';

describe('words for time and languages', () => {
  it.each([
    [0, '0:00'],
    [754.9, '12:34'],
    [3754, '1:02:34'],
    [-5, '0:00'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(clock(seconds)).toBe(text);
  });

  it('calls languages by their own names, and an odd tag by itself', () => {
    expect(languageName('fr')).toBe('français');
    expect(languageName('not a tag')).toBe('not a tag');
  });

  it('counts down to nothing', () => {
    expect(partsUntil(90_061_000, 0)).toEqual({ days: 1, hours: 1, minutes: 1, seconds: 1 });
    expect(partsUntil(1000, 1000)).toBeNull();
  });
});
