import { initials } from './initials';

describe('initials', () => {
  it.each([
    ['Ada King Lovelace', 'AL'],
    ['  sokha ', 'S'],
    ['', ''],
    ['𝒜da Byron', '𝒜B'],
  ])('%s → %s', (name, expected) => expect(initials(name)).toBe(expected));
});
