import type { Cue } from '@lectern/contracts';
import { cuesHeard } from './heard';

const cue = (text: string, language?: string, interpreted?: boolean): Cue => ({
  ...{ start: 0, end: 1, speaker: 'Ada', text, language, interpreted },
});
const cues = [cue('Hello', 'en'), cue('Bonjour', 'fr', true), cue('Merci', 'fr'), cue('Thanks', 'en', true), cue('Hm')];

it.each([
  [null, ['Hello', 'Merci', 'Hm']],
  ['fr', ['Bonjour', 'Merci']],
  ['km', []],
])('with the sound in %s one reads %j', (language, texts) =>
  expect(cuesHeard(cues, language).map(({ text }) => text)).toEqual(texts),
);
