import { joined } from './flock';

describe('emojis in the air', () => {
  it('are bounded, however many come', () => {
    let flock: ReturnType<typeof joined> = [];
    for (let n = 0; n < 20; n++) flock = joined(flock, [{ emoji: '👏', count: 500 }], n * 8, () => 0.5);
    expect(flock).toHaveLength(40);
    expect(flock.at(-1)).toEqual({ id: 19 * 8 + 7, emoji: '👏', at: 0.5, delay: 0.125 });
    expect(new Set(flock.map(({ id }) => id)).size).toBe(40);
  });
});
