import type { PollKind } from '@lectern/contracts';
import { mostPicks, readPicks } from './picks';

const poll = (kind: PollKind, correct: number[] = []) => ({ kind, options: ['Tea', 'Coffee', 'Water'], correct });
const labels = (kind: PollKind, picks: string[], correct?: number[]) =>
  readPicks(poll(kind, correct), picks)?.map(({ label }) => label) ?? null;

describe('votes', () => {
  it.each([
    ['single', ['1'], ['Coffee']],
    ['single', ['01'], ['Coffee']],
    ['single', [], []],
    ['single', ['0', '1'], null],
    ['single', ['3'], null],
    ['single', ['-1'], null],
    ['single', ['Tea'], null],
    ['multiple', ['0', '2'], ['Tea', 'Water']],
    ['multiple', ['0', '0'], ['Tea']],
    ['rating', ['5'], ['5']],
    ['rating', ['0'], null],
    ['rating', ['6'], null],
    ['rating', ['1', '2'], null],
    ['words', [' «Clean  water!» ', 'Été'], ['Clean water', 'Été']],
    ['words', ['a', 'b', 'c', 'd'], null],
    ['words', ['A', 'a', 'á'], ['á']],
    ['words', ['…'], null],
    ['words', ['x'.repeat(41)], null],
    ['words', ['清洁水', 'مَاء', 'вода'], ['清洁水', 'مَاء', 'вода']],
  ] as const)('%s takes %j as %j', (kind, picks, expected) => {
    expect(labels(kind, [...picks])).toEqual(expected);
  });

  it('count words alike that differ in case, accents and points', () => {
    const keys = ['Été', 'ETE', 'ｅｔｅ'].map((word) => readPicks(poll('words'), [word])![0]!.pick);
    expect(new Set(keys).size).toBe(1);
  });

  it.each([
    ['single', [], 1],
    ['multiple', [], 3],
    ['rating', [], 1],
    ['words', [], 3],
    ['quiz', [1], 1],
    ['quiz', [0, 1], 3],
  ] as const)('of a %s with right answers %j: at most %i', (kind, correct, most) => {
    expect(mostPicks(poll(kind, [...correct]))).toBe(most);
  });
});
