import { SearchIndex } from './search-index';
import { FacetTable, type FacetValues } from './search.facets';
import { SearchReader } from './search.reader';

const values = (language: string): FacetValues => ({
  language: [language],
  kind: [],
  licence: [],
  year: [],
  institution: [],
});
const query = { q: 'school', ...values('fr'), sort: 'relevance', limit: 20, cursor: undefined } as const;

/** A reader that knows combination 1 before it counts, and finds a resource of combination 2 when it does. */
function readerWithNews(paged: (number[] | null)[]) {
  const tally = { total: 2, fitting: [1, 2], facets: new FacetTable().tally([], values('fr')).facets };
  return Object.assign(Object.create(SearchReader.prototype), {
    fitting: () => Promise.resolve([1]),
    tally: () => Promise.resolve(tally),
    page: ({ combinations }: { combinations: number[] | null }) => {
      paged.push(combinations);
      return Promise.resolve([]);
    },
    entries: () => Promise.resolve([]),
  }) as SearchReader;
}

describe('a search that is narrowed', () => {
  it('shows also what was published with a new combination of values while it was under way', async () => {
    const paged: (number[] | null)[] = [];
    const resources = { byIds: () => Promise.resolve([]) };
    const index = new SearchIndex(resources as never, undefined as never, readerWithNews(paged), undefined as never);
    const { found } = await index.search({ query } as never);
    expect(found!.total).toBe(2);
    expect(paged.slice(0, 3)).toEqual([[1], [1], [1]]);
    expect(paged.slice(3)).toEqual([
      [1, 2],
      [1, 2],
      [1, 2],
    ]);
  });
});
