import { isSpeech, type Levels, nextLevels } from './muted-speech';

const after = (levels: number[]): boolean => isSpeech(levels.reduce<Levels>(nextLevels, []));
const times = (count: number, level: number): number[] => Array<number>(count).fill(level);

describe('speech into a muted microphone', () => {
  it.each([
    ['silence', times(200, 0), false],
    ['noise of a room', times(200, 0.35), false],
    ['a cough', [...times(40, 0.1), ...times(6, 0.9), ...times(10, 0.1)], false],
    ['words', [...times(40, 0.1), ...times(12, 0.7)], true],
    ['words with pauses', [0.7, 0.2, 0.7, 0.7, 0.1, 0.7, 0.7, 0.2, 0.7, 0.7, 0.7, 0.3, 0.7, 0.7], true],
    ['words that are long over', [...times(20, 0.8), ...times(20, 0.1)], false],
  ])('%s', (_, levels, speech) => {
    expect(after(levels)).toBe(speech);
  });
});
