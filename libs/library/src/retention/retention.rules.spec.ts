import { ageLimit, dueAction, NO_SERIES, type Rule, ruleFor } from './retention.rules';

const DAY = 86_400_000;
const now = Date.parse('2026-11-28T12:00:00.000Z');
const ago = (days: number) => new Date(now - days * DAY).toISOString();
const rule = (action: Rule['action'], afterDays = 30): Rule => ({ action, afterDays });

describe('retention rules', () => {
  const rules = new Map([
    [NO_SERIES, rule('archive', 365)],
    ['keep', rule('keep')],
    ['archive', rule('archive')],
    ['archive later', rule('archive', 60)],
    ['delete', rule('delete')],
  ]);

  it.each([
    [[], rule('archive', 365)],
    [['without a rule'], rule('archive', 365)],
    [['delete'], rule('delete')],
    [['delete', 'without a rule'], rule('delete')],
    [['delete', 'archive'], rule('archive')],
    [['archive', 'archive later'], rule('archive', 60)],
    [['delete', 'archive', 'keep'], rule('keep')],
  ])('for what is in %j', (series, expected) => {
    expect(ruleFor(series, rules)).toEqual(expected);
  });

  it('is none where there is no default', () => {
    expect(ruleFor(['x'], new Map())).toBeNull();
  });

  it.each([
    ['keep', 900, true, null],
    ['archive', 29, true, null],
    ['archive', 31, true, 'archive'],
    ['archive', 31, false, null],
    ['delete', 29, true, null],
    ['delete', 30, true, 'delete'],
    ['delete', 31, false, 'delete'],
  ] as const)('%s after 30 days, at %i days, with tracks %s: %s', (action, age, hasTracks, expected) => {
    expect(dueAction(rule(action), { recordedAt: ago(age), hasTracks }, now)).toBe(expected);
  });

  it('does nothing without a rule', () => {
    expect(dueAction(null, { recordedAt: ago(900), hasTracks: true }, now)).toBeNull();
  });

  it('knows how old a recording must be at least', () => {
    expect(ageLimit(rules.values(), now)).toBe(ago(30));
    expect(ageLimit([rule('keep', 1)], now)).toBeNull();
  });
});
