import { snippet } from './search.snippet';
import { searchTerms } from './search.words';

const shown = (text: string, search: string) =>
  snippet(text, searchTerms(search)).replaceAll('\u0002', '[').replaceAll('\u0003', ']');
const numbers = Array.from({ length: 60 }, (_, index) => `w${index}`).join(' ');

describe('snippet', () => {
  it.each([
    [
      'whole words, the last one by its beginning',
      'A panel of solar panels.',
      'solar pan',
      'A [panel] of [solar] [panels].',
    ],
    ['without accents and case', '« L’école ÉCOLE »', 'ecole', '« L’[école] [ÉCOLE] »'],
    ['nothing found: the beginning', 'Only this.', 'other', 'Only this.'],
    ['an empty text', '', 'x', ''],
    ['a phrase without spaces as one', '我们在北京大学学习。', '北京大学', '我们在[北京大学]学习。'],
    ['one letter of such a phrase', '水力和水', '水', '[水]力和[水]'],
    ['a Thai word with its marks', 'พลังงานแสงอาทิตย์', 'แสง', 'พลังงาน[แสง]อาทิตย์'],
    ['neighbouring words apart', 'solar panel', 'solar panel', '[solar] [panel]'],
    ['markup stays text', '<b>bold</b>', 'bold', '<b>[bold]</b>'],
  ])('%s', (_, text, search, expected) => {
    expect(shown(text, search)).toBe(expected);
  });

  it('shows 24 words around the first found one', () => {
    const middle = shown(numbers, 'w30');
    expect(middle).toMatch(/^…w24 .*\[w30\].* w47…$/);
    expect(shown(numbers, 'w0 w1').split(' ')).toHaveLength(24);
    expect(shown(numbers, 'w59')).toMatch(/^…w36 .*\[w59\]$/);
  });
});
