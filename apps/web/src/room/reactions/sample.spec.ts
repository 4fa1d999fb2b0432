import { sample } from './sample';

describe('the sample of reactions', () => {
  it.each([
    [[], []],
    [[{ emoji: '👏', count: 2 }], ['👏', '👏']],
    [[{ emoji: '👏', count: 1000 }], ['👏', '👏', '👏', '👏']],
    [
      [
        { emoji: '❤️', count: 1 },
        { emoji: '👏', count: 900 },
      ],
      ['👏', '👏', '👏', '❤️'],
    ],
  ] as const)('of %j is %j', (counts, drawn) => {
    expect(sample([...counts], 4)).toEqual(drawn);
  });

  it('is never more than there is room for', () => {
    const all = (['👏', '❤️', '😂', '🎉', '👍', '👎', '😮', '🤔'] as const).map((emoji) => ({ emoji, count: 50 }));
    expect(sample(all, 5)).toHaveLength(5);
  });
});
