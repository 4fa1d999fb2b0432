import type { PresentedState, TimelineEvent } from '../timeline/timeline-event';
import { pictureId, shownPieces, shownTracks } from './shown';

const span = { startedAt: 10_000, durationMs: 60_000 };
const page = (number: number): PresentedState => ({ kind: 'deck', materialId: 'd', page: number });
const clip = (playing: boolean, position: number): PresentedState => ({
  ...{ kind: 'clip', materialId: 'c', playing, position },
  ...{ hasVideo: true, hasAudio: true },
});
const change = (second: number, shown: PresentedState | null): TimelineEvent => ({
  type: 'presentation-changed',
  at: 10_000 + second * 1000,
  shown,
});
const pieces = (...events: TimelineEvent[]) =>
  shownPieces(events, span).map(({ start, end, shown }) => [start / 1000, end / 1000, shown]);

describe('shownPieces', () => {
  it('lasts until the next change, or the end of the recording', () => {
    expect(pieces(change(5, page(1)), change(20, page(2)), change(30, null), change(50, page(3)))).toEqual([
      [5, 20, page(1)],
      [20, 30, page(2)],
      [50, 60, page(3)],
    ]);
  });

  it('is cut to the recording; a video that played before it began is further on', () => {
    expect(pieces(change(-5, page(1)), change(2, null), change(70, page(2)))).toEqual([[0, 2, page(1)]]);
    expect(pieces(change(-5, clip(true, 7)))).toEqual([[0, 60, clip(true, 12)]]);
    expect(pieces(change(-5, clip(false, 7)))).toEqual([[0, 60, clip(false, 7)]]);
    expect(pieces(change(-5, page(1)), change(-2, null))).toEqual([]);
  });
});

it('gives a page one track, each stretch of a video its own, and none to what is gone', () => {
  const all = shownPieces(
    [
      change(0, page(1)),
      change(10, clip(true, 0)),
      change(20, clip(false, 10)),
      change(30, page(1)),
      change(40, page(2)),
    ],
    span,
  );
  const ids = all.map(pictureId);
  expect(ids).toEqual(['page:d:1', 'clip:c:1', 'clip:c:2', 'page:d:1', 'page:d:2']);
  const tracks = shownTracks(all, new Set(ids.slice(0, 4)));
  expect(tracks.map(({ trackId }) => trackId)).toEqual(['page:d:1', 'clip:c:1', 'clip:c:2']);
  expect(tracks[0]!.visible).toEqual([
    { start: 0, end: 10_000 },
    { start: 30_000, end: 40_000 },
  ]);
});
