import type { ShownClip } from '@lectern/contracts';
import { correct, placeOf } from './clip-sync';

const at = '2026-11-22T10:00:00.000Z';
const now = Date.parse(at);
const clip: ShownClip = {
  ...{ kind: 'clip', materialId: 'm', title: 'Welcome', duration: 60 },
  ...{ hasVideo: true, hasAudio: true, playing: true, position: 10, at },
};

it('knows where the video is by the clock of the server', () => {
  expect(placeOf(clip, now + 5000)).toBe(15);
  expect(placeOf(clip, now - 5000)).toBe(10);
  expect(placeOf(clip, now + 500_000)).toBe(60);
  expect(placeOf({ ...clip, playing: false }, now + 5000)).toBe(10);
});

it.each([
  [10, 10.05, null, 1],
  [10, 9.8, null, 1.05],
  [10, 9.1, null, 1.08],
  [10, 10.2, null, 0.95],
  [10, 10.9, null, 0.92],
  [10, 8.5, 10, 1],
  [10, 12, 10, 1],
])('at %d, a player at %d jumps to %s and plays at %d', (place, own, seek, rate) => {
  expect(correct(place, own)).toEqual({ seek, rate: expect.closeTo(rate, 5) as number });
});

it('brings a player that is half a second off to its place within ten seconds', () => {
  for (const start of [-0.9, -0.5, 0.5, 0.9]) {
    let own = start;
    let place = 0;
    for (let step = 0; step < 40; step += 1) {
      own += 0.25 * correct(place, own).rate;
      place += 0.25;
    }
    expect(Math.abs(own - place)).toBeLessThan(start ** 2 < 0.3 ? 0.12 : 0.3);
  }
});
