import { nextDoze } from './doze.policy';

describe('how long the capture process sleeps', () => {
  it.each([
    ['nothing came', 5, 0, 140],
    ['a voice', 140, 0.03, 140],
    ['a quarter of the buffer, as it should be', 40, 0.25, 40],
    ['a burst', 100, 1, 25],
    ['calmer again', 25, 0.125, 50],
    ['more than can be followed', 8, 1, 5],
  ])('%s: after %d ms and a fill of %d for %d ms', (_, slept, fill, expected) => {
    expect(nextDoze(slept, fill)).toBe(expected);
  });
});
