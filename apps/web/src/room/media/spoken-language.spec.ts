import { spokenIn } from './spoken-language';

it.each([
  [['en', 'km'], 'km', 'km'],
  [['en', 'km'], 'en', undefined],
  [['en', 'km'], null, undefined],
  [['en', 'fr'], 'km', undefined],
  [[], 'km', undefined],
])('of %j somebody who speaks %s says %s', (languages, language, told) => {
  expect(spokenIn(languages, language)).toBe(told);
});
