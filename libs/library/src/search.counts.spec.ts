import { countsOf } from './search.counts';

describe('counts of what was found', () => {
  it.each([
    ['', {}],
    ['7', { 7: 1 }],
    ['9,7,9', { 7: 1, 9: 2 }],
    ['1,50000,50000,1000000', { 1: 1, 50_000: 2, 1_000_000: 1 }],
  ])('of "%s"', (list, counts) => {
    expect(Object.fromEntries(countsOf(list))).toEqual(counts);
  });
});
