import type { Caption } from '@lectern/contracts';
import { STAYS_MS, stillShown, withSaid } from './caption-lines';

const caption = (id: string, text: string, final = false): Caption => ({
  id,
  text,
  final,
  participantId: 'p',
  speaker: 'Ada',
  language: 'en',
});

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

  it('go when they have stood for a while', () => {
    const shown = withSaid(withSaid([], [caption('a', 'old')], 0), [caption('b', 'new')], 5_000);
    expect(stillShown(shown, STAYS_MS).map(({ id }) => id)).toEqual(['b']);
    expect(stillShown(shown, 6_000)).toBe(shown);
  });
});
