import { captionsChoice, captionsShown, captionsSwitched } from './captions';

it.each([
  ['on', ['en', 'fr'], undefined, 'en'],
  ['on', ['en', 'fr'], 'fr', 'fr'],
  ['on', ['en', 'fr'], 'km', 'en'],
  ['en', ['en', 'fr'], 'fr', 'en'],
  ['km', ['en', 'fr'], 'fr', 'fr'],
  ['off', ['en', 'fr'], 'fr', null],
  ['en', [], 'en', null],
])('with %p kept, of %j, hearing %p: %p', (kept, languages, heard, shown) =>
  expect(captionsShown(kept, languages, heard)).toBe(shown),
);

it('is off for nobody’s language, and follows what is heard when it is switched on', () => {
  expect(captionsShown(captionsChoice(null), ['en'], 'en')).toBeNull();
  expect(captionsShown(captionsSwitched(false), ['en'], 'en')).toBeNull();
  expect(captionsShown(captionsSwitched(true), ['en', 'fr'], 'fr')).toBe('fr');
});
