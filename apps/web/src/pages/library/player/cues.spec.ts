import type { Cue } from '@lectern/contracts';
import { cueAt, turnsOf } from './cues';

const cue = (start: number, end: number, speaker = 'Ada'): Cue => ({ start, end, speaker, text: `${start}` });
const cues = [cue(2, 4), cue(4.5, 6), cue(10, 12, 'Sokha'), cue(12, 13)];

it.each([
  [0, -1],
  [1.96, 0],
  [3, 0],
  [4.2, 0],
  [4.5, 1],
  [8, 1],
  [12, 3],
  [99, 3],
])('at %s s stands cue %s', (time, index) => expect(cueAt(cues, time)).toBe(index));

it('has no cue in an empty transcript', () => expect(cueAt([], 5)).toBe(-1));

it('groups what one person says in a row', () => {
  const turns = turnsOf(cues).map(({ speaker, cues: own }) => [speaker, ...own.map(({ index }) => index)]);
  expect(turns).toEqual([
    ['Ada', 0, 1],
    ['Sokha', 2],
    ['Ada', 3],
  ]);
});

it('parts what somebody interprets from what they say themselves', () => {
  const turns = turnsOf([cue(1, 2), { ...cue(2, 3), interpreted: true }, { ...cue(3, 4), interpreted: true }]);
  expect(turns.map(({ interpreted, cues: own }) => [interpreted, own.length])).toEqual([
    [false, 1],
    [true, 2],
  ]);
});
