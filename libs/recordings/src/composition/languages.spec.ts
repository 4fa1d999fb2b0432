import { isoLanguage, ownName } from './languages';

it.each([
  ['fr', 'fra'],
  ['pt-BR', 'por'],
  ['zh-Hant', 'zho'],
  ['km', 'khm'],
  ['sw', 'swa'],
  ['fil', 'fil'],
  ['xx', null],
])('%s is %s in three letters', (tag, three) => {
  expect(isoLanguage(tag)).toBe(three);
});

it('calls a language by its own name', () => {
  expect([ownName('fr'), ownName('ar')]).toEqual(['français', 'العربية']);
});
