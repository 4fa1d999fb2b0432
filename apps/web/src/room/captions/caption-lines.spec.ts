import type { Caption } from '@lectern/contracts';
import { captionsHeard, STAYS_MS, stillShown, withSaid } from './caption-lines';

const caption = (id: string, text: string, final = false): Caption => ({
  id,
  text,
  final,
  participantId: 'p',
  speaker: 'Ada',
  language: 'en',
  interpreted: false,
});

const french = (id: string): Caption => ({ ...caption(id, id), language: 'fr', interpreted: true });

describe('captions', () => {
  it('are replaced as they grow, in the order in which people began', () => {
    const first = withSaid([], [caption('a', 'good'), caption('b', 'yes')], 0);
    const next = withSaid(first, [caption('a', 'good morning', true)], 500);
    expect(next.map(({ text }) => text)).toEqual(['good morning', 'yes']);
  });

  it('are few', () => {
    const shown = withSaid(
      [],
      ['a', 'b', 'c', 'd', 'e'].map((id) => caption(id, id)),
      0,
    );
    expect(shown.map(({ id }) => id)).toEqual(['c', 'd', 'e']);
  });

  it('are few in each channel: those of interpreters do not push out those of the room', () => {
    const shown = withSaid([], [caption('a', 'a'), ...['v', 'w', 'x', 'y', 'z'].map(french), caption('b', 'b')], 0);
    expect(shown.map(({ id }) => id)).toEqual(['a', 'x', 'y', 'z', 'b']);
  });

  it.each([
    [null, ['a', 'b']],
    [{ language: 'fr', onAir: true }, ['b', 'x']],
    [{ language: 'fr', onAir: false }, ['a', 'b', 'x']],
    [{ language: 'km', onAir: true }, []],
  ])('are those of what one listens to: %j', (channel, ids) => {
    const shown = withSaid([], [caption('a', 'a'), { ...caption('b', 'b'), language: 'fr' }, french('x')], 0);
    expect(captionsHeard(shown, channel).map(({ id }) => id)).toEqual(ids);
  });

  it('go when they have stood for a while', () => {
    const shown = withSaid(withSaid([], [caption('a', 'old')], 0), [caption('b', 'new')], 5_000);
    expect(stillShown(shown, STAYS_MS).map(({ id }) => id)).toEqual(['b']);
    expect(stillShown(shown, 6_000)).toBe(shown);
  });
});
