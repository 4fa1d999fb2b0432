import { moved } from './moved';

it.each([
  [0, 1, 'bac'],
  [2, 0, 'cab'],
  [1, 1, 'abc'],
])('moves from %i to %i', (from, to, result) => expect(moved(['a', 'b', 'c'], from, to).join('')).toBe(result));
