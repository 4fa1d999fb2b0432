import { nextSpeed } from './obey';

it.each([
  [1, 1, 1.25],
  [1, -1, 0.75],
  [2, 1, 2],
  [0.5, -1, 0.5],
  [1.1, 1, 1.25],
] as const)('from %f by %i: %f', (speed, step, next) => expect(nextSpeed(speed, step)).toBe(next));
