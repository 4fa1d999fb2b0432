import { cuesOf } from './cues';
import type { Speech } from './transcript';

/** Words of half a second each, at the times given or one after the other. */
function speech(speaker: string, text: string, start = 0, gaps: Record<string, number> = {}): Speech {
  let at = start;
  const words = text.split(' ').map((word) => {
    at += gaps[word] ?? 0;
    const spoken = { text: word, start: at, end: at + 0.4, confidence: 1 };
    at += 0.5;
    return spoken;
  });
  return { participantId: speaker, speaker, language: 'en', interpreted: false, punctuated: false, words };
}

describe('cuesOf', () => {
  it('begins a new cue after a pause', () => {
    const about = { speaker: 'Ada', confidence: 1, language: 'en', interpreted: false };
    expect(cuesOf([speech('Ada', 'good morning everyone', 2, { everyone: 1 })])).toEqual([
      { start: 2, end: 3, text: 'Good morning', ...about },
      { start: 4, end: 5, text: 'Everyone', ...about },
    ]);
  });

  it('keeps to six seconds and two lines of 42 letters', () => {
    const cues = cuesOf([speech('Ada', Array.from({ length: 80 }, (_, i) => `word${i}`).join(' '))]);
    for (const { start, end, text } of cues) {
      expect(end - start).toBeLessThanOrEqual(6);
      expect(text.split('\n').length).toBeLessThanOrEqual(2);
      expect(text.split('\n').every((line) => line.length <= 42)).toBe(true);
    }
    expect(
      cues
        .map(({ text }) => text)
        .join(' ')
        .split(/\s/),
    ).toHaveLength(80);
  });

  it('puts the cues of all in order, and never lets one speaker overlap themselves', () => {
    const cues = cuesOf([speech('Ada', 'a b c d', 0, { c: 0.9 }), speech('Grace', 'x y', 0.5)]);
    expect(cues.map(({ speaker }) => speaker)).toEqual(['Ada', 'Grace', 'Ada']);
    const ada = cues.filter(({ speaker }) => speaker === 'Ada');
    expect(ada[0]!.end).toBeLessThanOrEqual(ada[1]!.start);
  });

  it('says in which language each was said, and by an interpreter', () => {
    const interpreter = { ...speech('Ben', 'bonjour à tous', 1), language: 'fr', interpreted: true };
    expect(cuesOf([interpreter, speech('Ada', 'good morning')])).toMatchObject([
      { speaker: 'Ada', language: 'en', interpreted: false },
      { speaker: 'Ben', language: 'fr', interpreted: true },
    ]);
  });

  it('lets a single short word stand for a second', () => {
    expect(cuesOf([speech('Ada', 'yes', 3)])[0]).toMatchObject({ start: 3, end: 4 });
  });

  it('leaves capitals to engines that have them', () => {
    const said = { ...speech('Ada', 'iPhone users'), punctuated: true };
    expect(cuesOf([said])[0]!.text).toBe('iPhone users');
    expect(cuesOf([speech('Ada', 'élan vital')])[0]!.text).toBe('Élan vital');
  });

  it('says how sure the engine was of a cue, by the length of its words', () => {
    const said = speech('Ada', 'yes certainly');
    const [yes, certainly] = said.words;
    const confidences = [
      [1, 0.5],
      [null, 0.5],
      [null, null],
    ] as const;
    const cues = confidences.map(([first, second]) =>
      cuesOf([
        {
          ...said,
          words: [
            { ...yes!, confidence: first },
            { ...certainly!, confidence: second },
          ],
        },
      ]),
    );
    expect(cues.map(([cue]) => cue!.confidence)).toEqual([0.63, 0.5, null]);
  });

  it('writes scripts without spaces as they are written, in lines of half as many signs', () => {
    const signs = Array.from('今天我们学习水和河流的故事请大家把名字写在纸上然后等一分钟看看会发生什么').map(
      (text, i) => ({
        text,
        start: i / 10,
        end: (i + 1) / 10,
        confidence: null,
      }),
    );
    const [cue] = cuesOf([{ ...speech('Ada', ''), language: 'zh', words: signs }]);
    expect(cue!.text.split('\n').map((line) => line.length)).toEqual([21, 15]);
  });

  it('gives a word longer than a line its own', () => {
    expect(cuesOf([speech('Ada', `a ${'b'.repeat(60)}`)])[0]!.text).toBe(`A\n${'b'.repeat(60)}`);
    expect(cuesOf([])).toEqual([]);
  });
});
