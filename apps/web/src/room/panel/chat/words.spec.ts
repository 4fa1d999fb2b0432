import { toWords } from './words';

describe('the words of a list', () => {
  it('are the lines, each once', () => {
    expect(toWords(' one \n\ntwo words\none\n')).toEqual(['one', 'two words']);
    expect(toWords('')).toEqual([]);
  });

  it('are bounded as the server has it', () => {
    const many = Array.from({ length: 300 }, (_, n) => `${n}${'x'.repeat(80)}`).join('\n');
    expect(toWords(many)).toHaveLength(200);
    expect(toWords(many)[0]).toHaveLength(60);
  });
});
