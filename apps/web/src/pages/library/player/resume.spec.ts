import { placesOf, withPlace } from './resume';

describe('where one stopped watching', () => {
  it('is kept in the order of watching, each recording once, a hundred at most', () => {
    let places = placesOf(null);
    for (let n = 0; n < 120; n += 1) places = withPlace(places, `r${n}`, 60, 600);
    places = withPlace(places, 'r50', 99.9, 600);
    expect(places).toHaveLength(100);
    expect(places.at(-1)).toEqual(['r50', 99]);
    expect(places.filter(([id]) => id === 'r50')).toHaveLength(1);
  });

  it.each([
    [5, 600],
    [590, 600],
  ])('is forgotten at second %i of %i', (second, duration) => {
    expect(withPlace([['a', 60]], 'a', second, duration)).toEqual([]);
  });

  it.each(['{"a":1}', '[["a"]]', 'no JSON', '[["a","b"],7]'])('is nothing in %s', (stored) => {
    expect(placesOf(stored)).toEqual([]);
  });
});
