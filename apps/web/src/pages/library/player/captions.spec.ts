import { captionsChoice } from './captions';

it.each([
  [null, ['en', 'fr'], 'en'],
  ['on', ['en', 'fr'], 'en'],
  ['fr', ['en', 'fr'], 'fr'],
  ['km', ['en', 'fr'], 'en'],
  ['off', ['en', 'fr'], null],
  ['en', [], null],
])('with %p kept, of %j: %p', (stored, languages, shown) => expect(captionsChoice(stored, languages)).toBe(shown));
