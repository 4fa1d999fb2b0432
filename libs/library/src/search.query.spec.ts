import { toFts5, toNeedles, toTsQuery } from './search.query';
import { searchTerms } from './search.words';

describe('search query', () => {
  it.each([
    ['solar panels', '"solar" AND "panels"*', "'solar' & 'panels':*", [' solar ', ' panels']],
    ['  "NEAR( OR -x* ', '"near" AND "or" AND "x"*', "'near' & 'or' & 'x':*", [' near ', ' or ', ' x']],
    ["l'École", '"l" AND "ecole"*', "'l' & 'ecole':*", [' l ', ' ecole']],
    ['تعليم', '"تعليم"*', "'تعليم':*", [' تعليم']],
    ['大学 x', '"大学" AND "x"*', "'大学' & 'x':*", [' 大学 ', ' x']],
    [
      "'; DROP TABLE resource; --",
      '"drop" AND "table" AND "resource"*',
      "'drop' & 'table' & 'resource':*",
      [' drop ', ' table ', ' resource'],
    ],
  ])('%s', (text, fts5, tsquery, needles) => {
    const terms = searchTerms(text);
    expect(toFts5(terms, 'any')).toBe(fts5);
    expect(toTsQuery(terms)).toBe(tsquery);
    expect(toNeedles(terms)).toEqual(needles);
  });

  it('leaves out of each place what stands in a better one', () => {
    const terms = searchTerms('a');
    expect(toFts5(terms, 'title')).toBe('{title} : ("a"*)');
    expect(toFts5(terms, 'about')).toBe('({title about} : ("a"*)) NOT ({title} : ("a"*))');
    expect(toFts5(terms, 'rest')).toBe('("a"*) NOT ({title about} : ("a"*))');
  });
});
