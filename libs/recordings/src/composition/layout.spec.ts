import { HEIGHT, placements, WIDTH } from './layout';

describe('placements', () => {
  it('leaves the canvas to the card when there is no picture', () => {
    expect(placements({ main: null, side: [] })).toEqual([]);
  });

  it('gives a lone picture all of it', () => {
    expect(placements({ main: 'a', side: [] })).toEqual([{ trackId: 'a', x: 0, y: 0, width: WIDTH, height: HEIGHT }]);
  });

  it.each([1, 2, 3, 4])('puts %d tiles beside the picture, in even pixels, none over another', (count) => {
    const rects = placements({ main: 'm', side: ['a', 'b', 'c', 'd'].slice(0, count) });
    expect(rects).toHaveLength(count + 1);
    for (const [i, a] of rects.entries()) {
      expect([a.x, a.y, a.width, a.height].every((value) => value % 2 === 0 && value >= 0)).toBe(true);
      expect(a.x + a.width).toBeLessThanOrEqual(WIDTH);
      expect(a.y + a.height).toBeLessThanOrEqual(HEIGHT);
      for (const b of rects.slice(i + 1)) {
        const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
        expect(apart).toBe(true);
      }
    }
  });
});
