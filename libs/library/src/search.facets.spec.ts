import type { Counted } from './search.counts';
import { FacetTable, type FacetValues } from './search.facets';

const none: FacetValues = { language: [], year: [], kind: [], licence: [], institution: [] };
const table = new FacetTable();
const common = { kind: ['recording'], licence: ['CC-BY-4.0'], institution: [] };
table.learn(7, { ...common, language: ['en', 'fr'], year: ['2025'] });
table.learn(8, { ...common, language: ['km'], year: ['2026'] });
table.learn(9, { ...common, language: ['en'], year: ['2026'], institution: ['UNESCO', 'UNESCO'] });
const found: Counted[] = [
  [7, 3],
  [8, 5],
  [9, 1],
];

describe('facets', () => {
  it.each([
    [{}, [7, 8, 9], 9],
    [{ language: ['fr'] }, [7], 3],
    [{ language: ['km', 'fr'] }, [7, 8], 8],
    [{ language: ['fr'], year: ['2026'] }, [], 0],
    [{ language: ['en'], year: ['2026'] }, [9], 1],
    [{ institution: ['UNESCO'] }, [9], 1],
    [{ institution: ['nobody knows it'] }, [], 0],
  ])('fit %j', (some, fitting, total) => {
    expect(table.tally(found, { ...none, ...some })).toMatchObject({ fitting, total });
    expect(table.fitting({ ...none, ...some })).toEqual(fitting);
  });

  it('count each resource under each of its values, most first', () => {
    const { facets } = table.tally(found, none);
    expect(facets.language).toEqual([
      { value: 'km', count: 5 },
      { value: 'en', count: 4 },
      { value: 'fr', count: 3 },
    ]);
    expect(facets.institution).toEqual([{ value: 'UNESCO', count: 1 }]);
  });

  it('count what the other facets leave, and their own values as if they were chosen too', () => {
    const { facets } = table.tally(found, { ...none, language: ['en'] });
    expect(facets.year).toEqual([
      { value: '2025', count: 3 },
      { value: '2026', count: 1 },
    ]);
    expect(facets.language[0]).toEqual({ value: 'km', count: 5 });
  });

  it('leave out what is not among the found, but for what was chosen', () => {
    const { facets } = table.tally([[8, 2]], { ...none, language: ['lo', 'fr'] });
    expect(facets.language).toEqual([
      { value: 'km', count: 2 },
      { value: 'fr', count: 0 },
      { value: 'lo', count: 0 },
    ]);
    expect(facets.year).toEqual([]);
  });
});
