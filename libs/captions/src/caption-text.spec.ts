import { lastWords } from './caption-text';

describe('lastWords', () => {
  it('leaves short texts alone', () => {
    expect(lastWords('good morning')).toBe('good morning');
  });

  it('keeps the end of long ones, from the beginning of a word', () => {
    const text = Array.from({ length: 100 }, (_, i) => `word${i}`).join(' ');
    expect(lastWords(text).length).toBeLessThanOrEqual(240);
    expect(text.endsWith(` ${lastWords(text)}`)).toBe(true);
  });

  it('cuts scripts without spaces anywhere', () => {
    expect(lastWords('词'.repeat(500))).toBe('词'.repeat(240));
  });
});
