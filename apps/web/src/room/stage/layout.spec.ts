import { gridTileWidth, type LayoutInput, layoutModes, layoutOf, sidePlace } from './layout';
import type { Tile } from './tiles';

const tile = (peerId: string, over: Partial<Tile> = {}): Tile => ({
  id: `${peerId}:${over.kind ?? 'person'}`,
  peerId,
  kind: 'person',
  name: peerId,
  role: 'presenter',
  self: false,
  videoId: null,
  hasVideo: false,
  micOn: true,
  ...over,
});
const people = ['a', 'b', 'c', 'd'].map((id) => tile(id));
const lay = (over: Partial<LayoutInput>) => {
  const { kind, main, side, hidden } = layoutOf({
    tiles: people,
    mode: 'auto',
    speaker: null,
    pinned: null,
    spotlight: [],
    maxSide: 5,
    maxGrid: 12,
    ...over,
  });
  return { kind, main: main.map((t) => t.id), side: side.map((t) => t.peerId), hidden };
};

describe('layout', () => {
  it('is empty without anybody', () => {
    expect(lay({ tiles: [] }).kind).toBe('empty');
  });

  it('shows all in a grid', () => {
    expect(lay({})).toMatchObject({ kind: 'grid', hidden: 0, side: [] });
  });

  it.each(['auto', 'presentation'] as const)('puts a shared screen first: %s', (mode) => {
    const tiles = [...people, tile('a', { kind: 'screen' })];
    expect(lay({ tiles, mode })).toEqual({
      kind: 'screen',
      main: ['a:screen'],
      side: ['a', 'b', 'c', 'd'],
      hidden: 0,
    });
  });

  it.each(layoutModes)('leaves the large place to what is shown to everyone: %s', (mode) => {
    const tiles = [...people, tile('d', { kind: 'screen' })];
    expect(lay({ tiles, mode, shown: true })).toEqual({
      ...{ kind: 'shown', main: [], hidden: 0 },
      side: ['d', 'a', 'b', 'c', 'd'],
    });
    const seen = lay({ tiles, mode, shown: true, pinned: 'c:person', spotlight: ['b'], speaker: 'd', maxSide: 3 });
    expect(seen).toMatchObject({ side: ['c', 'b', 'd'], hidden: 2 });
    expect(lay({ tiles: [], mode, shown: true })).toMatchObject({ kind: 'shown', side: [] });
    expect(lay({ tiles, mode: 'solo', shown: true })).toMatchObject({ kind: 'shown', side: [], hidden: 0 });
  });

  it('keeps to what was chosen also while a screen is shared', () => {
    const tiles = [tile('a', { kind: 'screen' }), ...people];
    expect(lay({ tiles, mode: 'grid' })).toMatchObject({ kind: 'grid', side: [] });
    expect(lay({ tiles, mode: 'speaker', speaker: 'b' })).toMatchObject({ kind: 'speaker', main: ['b:person'] });
    expect(lay({ mode: 'presentation', speaker: 'b' })).toMatchObject({ kind: 'speaker', main: ['b:person'] });
  });

  it.each(layoutModes)('shows large what the viewer has pinned: %s', (mode) => {
    const tiles = [tile('a', { kind: 'screen' }), ...people];
    const pinned = lay({ tiles, mode, pinned: 'c:person', spotlight: ['b'] });
    expect(pinned).toMatchObject({ kind: 'speaker', main: ['c:person'] });
    expect(pinned.side).toEqual(['a', 'a', 'b', 'd']);
    expect(lay({ mode: 'grid', pinned: 'gone:person' }).kind).toBe('grid');
  });

  it('shows large whom the hosts have put into the spotlight, beside a screen', () => {
    const tiles = [tile('a', { kind: 'screen' }), ...people];
    expect(lay({ spotlight: ['x', 'd'] })).toMatchObject({ kind: 'speaker', main: ['d:person'] });
    expect(lay({ tiles, spotlight: ['d'] })).toMatchObject({ kind: 'grid', main: ['a:screen', 'd:person'] });
    expect(lay({ tiles: [tile('me', { self: true }), tile('a')], spotlight: ['me'] }).main).toHaveLength(2);
    expect(lay({ tiles, mode: 'solo', spotlight: ['d'] })).toMatchObject({ main: ['d:person'], side: [] });
  });

  it('prefers somebody else’s screen to one’s own', () => {
    const tiles = [tile('me', { kind: 'screen', self: true }), tile('a', { kind: 'screen' })];
    expect(lay({ tiles }).main).toEqual(['a:screen']);
  });

  it('lets who shares see the others', () => {
    const tiles = [tile('me', { kind: 'screen', self: true }), tile('a')];
    expect(lay({ tiles })).toMatchObject({ kind: 'grid', main: ['me:screen', 'a:person'] });
  });

  it('shows the speaker large in speaker view, and somebody with a picture in silence', () => {
    expect(lay({ mode: 'speaker', speaker: 'c' })).toMatchObject({ main: ['c:person'], side: ['a', 'b', 'd'] });
    const tiles = [tile('a'), tile('b', { hasVideo: true })];
    expect(lay({ tiles, mode: 'speaker' }).main).toEqual(['b:person']);
  });

  it('shows the speaker alone where there is room for one', () => {
    expect(lay({ mode: 'solo', speaker: 'c' })).toEqual({ kind: 'speaker', main: ['c:person'], side: [], hidden: 0 });
  });

  it('never makes oneself the large picture while others are there', () => {
    expect(lay({ tiles: [tile('me', { self: true }), tile('a')], mode: 'speaker', speaker: 'me' }).main).toEqual([
      'a:person',
    ]);
  });

  it('keeps who speaks in view when there is no room for all', () => {
    expect(lay({ maxGrid: 2, speaker: 'd' })).toMatchObject({ main: ['a:person', 'd:person'], hidden: 2 });
  });
});

describe('sizes', () => {
  it.each([
    [1, 1600, 900, 1600],
    [2, 1600, 900, 796],
    [2, 400, 900, 400],
    [0, 400, 900, 0],
  ])('%i tiles in %i × %i are %i wide', (count, width, height, expected) => {
    expect(gridTileWidth(count, width, height, 8)).toBe(expected);
  });

  it.each([
    [1600, 700, 'beside'],
    [900, 700, 'below'],
    [360, 300, 'below'],
  ] as const)('in %i × %i the small ones stand %s', (width, height, place) => {
    expect(sidePlace(width, height)).toBe(place);
  });
});
