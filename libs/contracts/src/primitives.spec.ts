import { Cursor, cursorAfter, InstantInput } from './primitives';

const id = '0198c0de-0000-7000-8000-000000000001';
const at = '2030-01-01T00:00:00.000Z';

describe('Cursor', () => {
  it('reads what cursorAfter has made', () => {
    expect(Cursor.parse(cursorAfter({ at, id }))).toEqual({ at, id });
  });

  it.each(['', '_', at, `${at}_x`, `x_${id}`, `\u0000_${id}`, `2030-01-01T00:00:00Z_${id}`])('refuses %j', (cursor) => {
    expect(Cursor.safeParse(cursor).success).toBe(false);
  });
});

describe('InstantInput', () => {
  it.each([
    ['2030-05-06T09:00:00+02:00', '2030-05-06T07:00:00.000Z'],
    ['2030-05-06T09:00:00.123456Z', '2030-05-06T09:00:00.123Z'],
    ['0001-01-01T00:00:00Z', '0001-01-01T00:00:00.000Z'],
  ])('takes %s as %s', (given, stored) => expect(InstantInput.parse(given)).toBe(stored));

  it.each(['9999-12-31T23:59:59-01:00', '0000-01-01T00:00:00+01:00', '2030-02-30T00:00:00Z', '2030-05-06', 'tomorrow'])(
    'refuses %s',
    (given) => expect(InstantInput.safeParse(given).success).toBe(false),
  );
});
