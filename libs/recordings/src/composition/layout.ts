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

/**
 * Where the tracks of a scene stand: the main one alone on the canvas, or with a column of tiles at its right; or all of
 * them in a grid.
 */
export function placements({ main, side, equal }: Pick<Scene, 'main' | 'side' | 'equal'>): Placement[] {
  if (main === null) return [];
  if (side.length === 0) return [{ trackId: main, x: 0, y: 0, width: WIDTH, height: HEIGHT }];
  if (equal) return grid([main, ...side]);
  const column = TILE.width + 2 * GAP;
  const top = (HEIGHT - side.length * TILE.height - (side.length - 1) * GAP) / 2;
  const tiles = side.map((trackId, i) => ({
    trackId,
    ...TILE,
    x: WIDTH - column + GAP,
    y: even(top + i * (TILE.height + GAP)),
  }));
  return [{ trackId: main, x: 0, y: 0, width: WIDTH - column, height: HEIGHT }, ...tiles];
}

/** Rows of tiles of the canvas's own shape, in its middle; the last row, too. */
function grid(trackIds: string[]): Placement[] {
  const columns = Math.ceil(Math.sqrt(trackIds.length));
  const rows = Math.ceil(trackIds.length / columns);
  const width = even((WIDTH - (columns + 1) * GAP) / columns);
  const height = even((width * HEIGHT) / WIDTH);
  const top = (HEIGHT - rows * height - (rows - 1) * GAP) / 2;
  return trackIds.map((trackId, i) => {
    const [row, column] = [Math.floor(i / columns), i % columns];
    const inRow = Math.min(columns, trackIds.length - row * columns);
    const left = (WIDTH - inRow * width - (inRow - 1) * GAP) / 2;
    return { trackId, width, height, x: even(left + column * (width + GAP)), y: even(top + row * (height + GAP)) };
  });
}

/** Colour is kept for pairs of pixels. */
const even = (pixels: number) => Math.floor(pixels / 2) * 2;
