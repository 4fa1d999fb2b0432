import { safeNext } from './safe-next';

it.each([
  ['/w/123', '/w/123'],
  [null, '/desk'],
  ['//evil.example', '/desk'],
  ['/\\evil.example', '/desk'],
  ['https://evil.example', '/desk'],
  ['javascript:alert(1)', '/desk'],
])('%s → %s', (next, expected) => expect(safeNext(next)).toBe(expected));
