import type { ShownClip } from '@lectern/contracts';
import { play, positionAt, show, type Showable, turn } from './presentation.machine';

const now = '2026-11-22T10:00:00.000Z';
const after = (seconds: number) => new Date(Date.parse(now) + seconds * 1000).toISOString();
const deck: Showable = {
  ...{ id: 'd', kind: 'deck', title: 'Slides', pages: 3 },
  ...{ duration: null, hasVideo: false, hasAudio: false },
};
const film: Showable = {
  id: 'c',
  kind: 'clip',
  title: 'Welcome',
  pages: null,
  duration: 60,
  hasVideo: true,
  hasAudio: true,
};

describe('slides', () => {
  it.each([
    [1, 1],
    [3, 3],
    [9, 3],
  ])('shown from page %i stand on page %i', (wanted, page) => {
    expect(show(deck, wanted, now)).toEqual({ kind: 'deck', materialId: 'd', title: 'Slides', pages: 3, page });
  });

  it.each([
    [1, 1],
    [3, 3],
    [4, undefined],
  ])('turned to page %i stand on page %s', (wanted, page) => {
    const shown = show(deck, 2, now);
    expect(shown.kind === 'deck' && turn(shown, wanted)?.page).toBe(page);
  });
});

describe('a video', () => {
  const stands = show(film, 1, now) as ShownClip;

  it('stands at its beginning until it is played', () => {
    expect(stands).toMatchObject({ kind: 'clip', playing: false, position: 0, duration: 60 });
    expect(positionAt(stands, Date.parse(after(30)))).toBe(0);
  });

  // What is done, how many seconds later; where it is then, and 5 s after that.
  it.each([
    ['plays', { ...stands }, true, undefined, 10, 0, 5],
    ['plays on after a pause', { ...stands, position: 20 }, true, undefined, 10, 20, 25],
    ['pauses where it is', { ...stands, playing: true }, false, undefined, 10, 10, 10],
    ['is moved while it plays', { ...stands, playing: true }, true, 40, 10, 40, 45],
    ['is moved while it stands', stands, false, 40, 10, 40, 40],
    ['ends at its end', { ...stands, playing: true, position: 58 }, true, undefined, 0, 58, 60],
    ['begins anew after its end', { ...stands, playing: true, position: 58 }, true, undefined, 10, 0, 5],
    ['stands at its end', { ...stands, playing: true }, false, 99, 0, 60, 60],
  ] as const)('%s', (_, clip, playing, position, later, there, then) => {
    const result = play(clip, playing, position, after(later));
    expect(result.playing).toBe(playing);
    expect(positionAt(result, Date.parse(after(later)))).toBe(there);
    expect(positionAt(result, Date.parse(after(later + 5)))).toBe(then);
  });

  it('is not before its place on a server whose clock is a little behind', () => {
    expect(positionAt({ ...stands, playing: true, position: 7 }, Date.parse(after(-2)))).toBe(7);
  });
});
