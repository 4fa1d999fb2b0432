import type { EditableCue } from '@lectern/contracts';
import { ALL, cuesOf, lastOnes, SPOKEN, viewsOf } from './view';

const cue = (id: string, language: string | null, interpreted?: boolean): EditableCue => ({
  ...{ id, start: 0, end: 1, speaker: 'Ada', text: id, language, interpreted },
});
const panel = [cue('a', 'en'), cue('b', 'fr', true), cue('c', 'fr'), cue('d', 'en'), cue('e', null)];

it.each([
  [[], []],
  [[cue('a', 'en'), cue('b', null)], []],
  [
    [cue('a', 'en'), cue('b', 'fr')],
    [ALL, 'en', 'fr'],
  ],
  [[cue('a', 'en', true)], [ALL, SPOKEN, 'en']],
  [panel, [ALL, SPOKEN, 'en', 'fr']],
])('%#: what can be chosen', (cues, views) => expect(viewsOf(cues)).toEqual(views));

it.each([
  [ALL, 'abcde'],
  [SPOKEN, 'acde'],
  ['fr', 'bc'],
  ['km', ''],
])('%s shows %s', (view, ids) =>
  expect(
    cuesOf(panel, view)
      .map(({ id }) => id)
      .join(''),
  ).toBe(ids),
);

it('knows after which cues nothing more is said in the same way', () =>
  expect([...lastOnes(panel)]).toEqual(['d', 'b', 'c', 'e']));
