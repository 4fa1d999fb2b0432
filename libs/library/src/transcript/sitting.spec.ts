import { isSameSitting } from './sitting';

describe('one sitting', () => {
  const last = { authorId: 'a', startedAt: '2026-11-22T10:00:00.000Z', endedAt: '2026-11-22T10:30:00.000Z' };
  it.each([
    ['a', '10:30:01', true],
    ['a', '10:39:59', true],
    ['a', '10:40:00', false],
    ['b', '10:30:01', false],
  ])('%s at %s: %s', (author, time, expected) => {
    expect(isSameSitting(last, author, Date.parse(`2026-11-22T${time}.000Z`))).toBe(expected);
  });

  it('ends after an hour', () => {
    const busy = { ...last, endedAt: '2026-11-22T10:59:59.000Z' };
    expect(isSameSitting(busy, 'a', Date.parse('2026-11-22T11:00:00.000Z'))).toBe(false);
  });
});
