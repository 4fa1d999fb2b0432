import { fromClock, toClock } from './clock';

describe('times of cues', () => {
  it.each([
    [0, '0:00.00'],
    [59.999, '1:00.00'],
    [61.5, '1:01.50'],
    [3723.45, '1:02:03.45'],
  ])('%d is %s', (seconds, text) => expect(toClock(seconds)).toBe(text));

  it.each([
    ['1:02:03.45', 3723.45],
    ['62:03,5', 3723.5],
    [' 12 ', 12],
    ['0:07.1', 7.1],
    ['1:2:3', 3723],
    ['', null],
    ['1:', null],
    ['-3', null],
    ['soon', null],
  ])('%s is %s', (text, seconds) => expect(fromClock(text)).toBe(seconds));
});
