import type { Scene } from './scene';

export const WIDTH = 1280;
export const HEIGHT = 720;

/** A place on the canvas, in even pixels. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** A track in its place. */
export interface Placement extends Rect {
  trackId: string;
}

const TILE = { width: 240, height: 136 };
const GAP = 8;

/** Where the tracks of a scene stand: the main one alone on the canvas, or with a column of tiles at its right. */
export function placements({ main, side }: Pick<Scene, 'main' | 'side'>): Placement[] {
  if (main === null) return [];
  if (side.length === 0) return [{ trackId: main, x: 0, y: 0, width: WIDTH, height: HEIGHT }];
  const column = TILE.width + 2 * GAP;
  const top = (HEIGHT - side.length * TILE.height - (side.length - 1) * GAP) / 2;
  const tiles = side.map((trackId, i) => ({
    trackId,
    ...TILE,
    x: WIDTH - column + GAP,
    y: Math.round((top + i * (TILE.height + GAP)) / 2) * 2,
  }));
  return [{ trackId: main, x: 0, y: 0, width: WIDTH - column, height: HEIGHT }, ...tiles];
}
