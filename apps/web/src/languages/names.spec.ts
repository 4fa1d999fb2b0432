import { nameIn, offeredLanguages, ownName } from './names';

it.each([
  ['fr', 'Français'],
  ['ar', 'العربية'],
  ['pt-BR', 'Português (Brasil)'],
  ['x-none', 'x-none'],
])('%s calls itself %s', (tag, name) => expect(ownName(tag).toLowerCase()).toBe(name.toLowerCase()));

it('finds a language by its name in the language of the page', () => {
  expect(nameIn('km', 'en')).toBe('Khmer');
  expect(nameIn('not a tag', 'en')).toBeUndefined();
});

it('offers each language once', () => {
  expect(new Set(offeredLanguages).size).toBe(offeredLanguages.length);
});
