import { spokenWords } from './spoken-words';

describe('spokenWords', () => {
  it('puts pieces together to words, with times and confidences', () => {
    const result = {
      text: 'The teacher.',
      tokens: ['▁The', '▁tea', 'cher', '.'],
      timestamps: [0.2, 0.5, 0.7, 1.9],
      logProbabilities: [0, Math.log(0.5), Math.log(0.7), 0],
    };
    const [the, teacher, ...rest] = spokenWords(result, 3, 10);
    expect(rest).toEqual([]);
    expect(the).toMatchObject({ text: 'The', confidence: 1 });
    expect(the!.start).toBeCloseTo(10.2);
    expect(the!.end).toBeCloseTo(10.5);
    expect(teacher).toMatchObject({ text: 'teacher.' });
    expect(teacher!.confidence).toBeCloseTo((0.5 + 0.7 + 1) / 3);
    // The last piece does not last until the end of the sound.
    expect(teacher!.end).toBeCloseTo(12.3);
  });

  it('takes spaces for the beginning of a word, and each sign of a script without spaces', () => {
    const timed = (tokens: string[]) => ({
      text: tokens.join(''),
      tokens,
      timestamps: tokens.map((_, i) => i),
      logProbabilities: [],
    });
    expect(spokenWords(timed([' hel', 'lo', ' all']), 3).map(({ text }) => text)).toEqual(['hello', 'all']);
    expect(spokenWords(timed(['老', '师', '，', '好']), 4).map(({ text }) => text)).toEqual(['老', '师，', '好']);
    expect(spokenWords(timed(['老']), 1)[0]!.confidence).toBeNull();
  });

  it('spreads the words of a model that gives no times', () => {
    const result = { text: ' Yes, certainly.', tokens: [' Yes', ',', ' certainly', '.'], timestamps: [] };
    const words = spokenWords({ ...result, logProbabilities: [] }, 7, 1);
    expect(words).toEqual([
      { text: 'Yes,', start: 1, end: 3, confidence: null },
      { text: 'certainly.', start: 3, end: 8, confidence: null },
    ]);
    const chinese = spokenWords({ ...result, text: '老师，好', logProbabilities: [] }, 4);
    expect(chinese.map(({ text }) => text)).toEqual(['老', '师，', '好']);
  });

  it('has nothing to say about silence', () => {
    expect(spokenWords({ text: '', tokens: [], timestamps: [], logProbabilities: [] }, 2)).toEqual([]);
  });
});
