import { secondLink, soundOfLink } from './second-link';

it.each([
  [null, null, ''],
  [0.5, null, '?t=0'],
  [93.7, null, '?t=93'],
  [93.7, 'fr', '?t=93&sound=fr'],
  [null, 'pt-BR', '?sound=pt-BR'],
])('a link to %s s in %s is %j', (second, language, link) => {
  expect(secondLink(second, language)).toBe(link);
  expect(soundOfLink(link)).toBe(language);
});
