import type { Tile } from './tiles';

export const layoutModes = ['auto', 'speaker', 'grid', 'presentation'] as const;

/**
 * `auto`: the grid for a conversation, a large picture when a screen is shared. `grid`: all alike, screens too.
 * `presentation`: the screen large; without one, who speaks.
 */
export type LayoutMode = (typeof layoutModes)[number];

/** `solo`: nothing but the most important picture, for a stage that an open sheet has made small. */
export type StageMode = LayoutMode | 'solo';

export interface StageLayout {
  kind: 'empty' | 'shown' | 'screen' | 'speaker' | 'grid';
  /** Large. */
  main: readonly Tile[];
  /** Small, beside or under it. */
  side: readonly Tile[];
  /** On the stage, but without a place on this page. */
  hidden: number;
}

export interface LayoutInput {
  tiles: readonly Tile[];
  mode: StageMode;
  /** Slides or a video are shown to everyone: they have the large place. */
  shown?: boolean;
  /** The last one who spoke; stays when there is silence. */
  speaker: string | null;
  /** The tile that this viewer wants large. */
  pinned: string | null;
  /** The connections of the person whom everybody is to see large. */
  spotlight: readonly string[];
  /** How many small tiles, and how many in a grid, this page has room for. */
  maxSide: number;
  maxGrid: number;
}

/** Where each tile goes; pure, so that every case has a test. What the viewer has chosen wins over what the hosts have. */
export function layoutOf(input: LayoutInput): StageLayout {
  const { tiles, mode } = input;
  if (input.shown) return besideShown(input);
  if (tiles.length === 0) return { kind: 'empty', main: [], side: [], hidden: 0 };
  const pinned = tiles.find((tile) => tile.id === input.pinned);
  if (pinned) return large([pinned], input);
  // One's own screen is no use to oneself at full size: it takes a place among the people.
  const screen = tiles.find((tile) => tile.kind === 'screen' && !tile.self);
  const spot = tiles.find((tile) => tile.kind === 'person' && !tile.self && input.spotlight.includes(tile.peerId));
  if (spot) return large(screen && mode !== 'grid' && mode !== 'solo' ? [screen, spot] : [spot], input);
  if (mode === 'grid') return grid(tiles, input);
  if (screen && mode !== 'speaker') return large([screen], input);
  if (mode === 'auto') return grid(tiles, input);
  return tiles.length > 1 ? large([mostImportant(tiles, input.speaker)], input) : grid(tiles, input);
}

/** What is shown to everyone is large; who is to be seen stands first beside it, and screens before the others. */
function besideShown({ tiles, mode, pinned, spotlight, speaker, maxSide }: LayoutInput): StageLayout {
  if (mode === 'solo') return { kind: 'shown', main: [], side: [], hidden: 0 };
  const rank = (tile: Tile): number =>
    tile.id === pinned ? 0 : spotlight.includes(tile.peerId) ? 1 : tile.kind === 'screen' ? 2 : 3;
  const side = keepSpeaker(
    [...tiles].sort((a, b) => rank(a) - rank(b)),
    speaker,
    maxSide,
  );
  return { kind: 'shown', main: [], side, hidden: tiles.length - side.length };
}

function grid(tiles: readonly Tile[], { speaker, maxGrid }: LayoutInput): StageLayout {
  const main = keepSpeaker(tiles, speaker, maxGrid);
  return { kind: 'grid', main, side: [], hidden: tiles.length - main.length };
}

function mostImportant(tiles: readonly Tile[], speaker: string | null): Tile {
  const others = tiles.filter((tile) => tile.kind === 'person' && !tile.self);
  return (
    others.find((tile) => tile.peerId === speaker) ?? others.find((tile) => tile.hasVideo) ?? others[0] ?? tiles[0]!
  );
}

function large(main: readonly Tile[], { tiles, mode, speaker, maxSide }: LayoutInput): StageLayout {
  const kind = main.length > 1 ? 'grid' : main[0]!.kind === 'screen' ? 'screen' : 'speaker';
  if (mode === 'solo') return { kind, main, side: [], hidden: 0 };
  const others = tiles.filter((tile) => !main.includes(tile));
  const side = keepSpeaker(others, speaker, maxSide);
  return { kind, main, side, hidden: others.length - side.length };
}

/** The first ones, in a steady order; but who speaks is never among those left out. */
function keepSpeaker(people: readonly Tile[], speaker: string | null, max: number): readonly Tile[] {
  const shown = people.slice(0, max);
  const left = people.slice(max).find((tile) => tile.peerId === speaker);
  return left && max > 0 ? [...shown.slice(0, -1), left] : shown;
}

/** Width of a grid's tiles (16:9) that makes them largest in this space, in CSS pixels. */
export function gridTileWidth(count: number, width: number, height: number, gap: number): number {
  let best = 0;
  for (let columns = 1; columns <= count; columns++) {
    const rows = Math.ceil(count / columns);
    const byWidth = (width - (columns - 1) * gap) / columns;
    const byHeight = ((height - (rows - 1) * gap) / rows) * (16 / 9);
    best = Math.max(best, Math.floor(Math.min(byWidth, byHeight)));
  }
  return best;
}

/** Widths and heights of the small tiles, as in the style sheet. */
const SIDE_WIDTH = 176;
const SIDE_HEIGHT = 104;

/** Where the small tiles leave the large picture (16:9) most room: beside it or below it. */
export function sidePlace(width: number, height: number): 'beside' | 'below' {
  const fit = (w: number, h: number): number => Math.min(w, h * (16 / 9));
  return fit(width - SIDE_WIDTH, height) > fit(width, height - SIDE_HEIGHT) ? 'beside' : 'below';
}
