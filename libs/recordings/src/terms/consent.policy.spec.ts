import { mustAgree } from './consent.policy';

describe('who must agree before entering', () => {
  it.each([
    // planned, running, consented, returning → must
    [false, false, false, false, false],
    [false, false, true, false, false],
    [true, false, false, false, true],
    [false, true, false, false, true],
    [true, true, false, false, true],
    [true, false, true, false, false],
    [false, true, true, false, false],
    [true, true, true, true, false],
    [true, false, false, true, false],
    [false, true, false, true, false],
  ])('planned %s, running %s, agreed %s, coming back %s: %s', (planned, running, consented, returning, expected) => {
    expect(mustAgree({ planned }, { consented }, { returning, running })).toBe(expected);
  });
});
