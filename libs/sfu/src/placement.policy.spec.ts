import { expectedTracks, FULL_WORKER, lightest, place } from './placement.policy';

const at = (...weights: number[]) => weights.map((weight, index) => ({ weight, index }));

describe('place', () => {
  it.each([
    ['a new room goes to the lightest worker', [], [3, 1, 2], { worker: 1 }],
    ['without any worker nothing is chosen', [], [], { worker: undefined }],
    ['a room stays together while its worker has room', [FULL_WORKER - 1], [0], { site: 0 }],
    ['a full worker makes it spread', [FULL_WORKER], [400, 10], { worker: 1 }],
    ['to the lightest of its workers first', [FULL_WORKER, 20], [0], { site: 1 }],
    ['not to one that is hardly lighter', [FULL_WORKER], [FULL_WORKER * 0.9], { site: 0 }],
    ['when all are full the lightest takes one more', [900, 800], [], { site: 1 }],
  ])('%s', (_, own, others, expected) => {
    const { site, worker } = { site: undefined, worker: undefined, ...place(at(...own), at(...others)) };
    expect({ ...(site && { site: site.index }), ...(!site && { worker: worker?.index }) }).toEqual(expected);
  });

  it('takes the first of equals', () => {
    expect(lightest(at(1, 1, 2))).toMatchObject({ index: 0 });
    expect(lightest([])).toBeUndefined();
  });

  it.each([
    [0, 2],
    [2, 2],
    [7, 7],
    [80, 12],
  ])('expects of a joiner of a room with %i tracks that it takes %i', (producers, expected) => {
    expect(expectedTracks(producers)).toBe(expected);
  });
});
