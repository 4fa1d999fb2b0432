import { HEIGHT, placements, type Rect, WIDTH } from './layout';

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
    expectApart(rects);
  });

  it.each([2, 3, 4, 5, 7, 9, 16])('gives %d pictures the same size, in the middle of the canvas', (count) => {
    const ids = Array.from({ length: count }, (_, i) => `t${i}`);
    const rects = placements({ main: ids[0]!, side: ids.slice(1), equal: true });
    expect(rects.map(({ trackId }) => trackId)).toEqual(ids);
    expect(new Set(rects.map(({ width, height }) => `${width}x${height}`)).size).toBe(1);
    expect(rects[0]!.width).toBeGreaterThan(300);
    expectApart(rects);
    const last = rects.filter(({ y }) => y === rects.at(-1)!.y);
    const sides = [last[0]!.x, WIDTH - last.at(-1)!.x - last[0]!.width];
    expect(Math.abs(sides[0]! - sides[1]!)).toBeLessThanOrEqual(4);
  });
});

/** On the canvas, in even pixels, none over another. */
function expectApart(rects: Rect[]): void {
  for (const [i, a] of rects.entries()) {
    expect([a.x, a.y, a.width, a.height].every((value) => value % 2 === 0 && value >= 0)).toBe(true);
    expect(a.x + a.width).toBeLessThanOrEqual(WIDTH);
    expect(a.y + a.height).toBeLessThanOrEqual(HEIGHT);
    for (const b of rects.slice(i + 1)) {
      const apart = a.x + a.width <= b.x || b.x + b.width <= a.x || a.y + a.height <= b.y || b.y + b.height <= a.y;
      expect(apart).toBe(true);
    }
  }
}
