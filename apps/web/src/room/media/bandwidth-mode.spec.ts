import { type AutoState, nextAuto, startOfAuto } from './bandwidth-mode';

/** So many seconds of a line that loses this share of its packets. */
function live(state: AutoState, seconds: number, loss: number, packets = 50): AutoState {
  const from = Math.max(state.since, state.looks.at(-1)?.atMs ?? 0);
  let now = state;
  for (let look = 1; look <= seconds * 2; look += 1)
    now = nextAuto(now, { atMs: from + look * 500, received: packets * (1 - loss), lost: packets * loss });
  return now;
}

const settled = live(startOfAuto(0), 3, 0);

describe('the mode by itself', () => {
  it.each([
    [0.5, 0.9, 'full'],
    [1, 0.5, 'saver'],
    [2, 0.12, 'saver'],
    [1, 0.12, 'full'],
    [30, 0.05, 'full'],
  ])('after %i s with a loss of %d it is %s', (seconds, loss, mode) => {
    expect(live(settled, seconds, loss).mode).toBe(mode);
  });

  it('makes nothing of what is lost while everything begins', () => {
    expect(live(startOfAuto(0), 2.5, 0.9).mode).toBe('full');
  });

  it('makes nothing of a few packets', () => {
    expect(live(settled, 3, 0.5, 3).mode).toBe('full');
  });

  it('goes down to sound when a small picture is too much, but first lets the line settle', () => {
    const saver = live(settled, 1, 0.5);
    expect(live(saver, 2, 0.5).mode).toBe('saver');
    expect(live(saver, 4, 0.5).mode).toBe('audio');
    expect(live(live(saver, 4, 0.5), 60, 0.5).mode).toBe('audio');
  });

  it('goes up one step after a long good time', () => {
    const saver = live(settled, 1, 0.5);
    expect(live(saver, 30, 0).mode).toBe('saver');
    expect(live(saver, 45, 0).mode).toBe('full');
  });

  it('waits longer each time that it was too early', () => {
    const again = live(live(live(settled, 1, 0.5), 45, 0), 1, 0.5);
    expect(again).toMatchObject({ mode: 'saver' });
    expect(again.patienceMs).toBeGreaterThan(live(settled, 1, 0.5).patienceMs);
  });

  it('does not go up while some is lost', () => {
    expect(live(live(settled, 1, 0.5), 120, 0.05).mode).toBe('saver');
  });
});
