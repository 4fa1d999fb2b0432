import { newId } from './id';

describe('newId', () => {
  it('is a UUID of version 7 and of the RFC’s variant', () => {
    for (let n = 0; n < 100; n += 1)
      expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('begins with the time, so that ids sort by it', () => {
    expect(newId(0x0123456789ab)).toMatch(/^01234567-89ab-7/);
    expect(newId(1)).toMatch(/^00000000-0001-7/);
    expect(newId(1_000) < newId(1_001)).toBe(true);
  });

  it('is another one each time', () => {
    expect(new Set(Array.from({ length: 10_000 }, () => newId(0))).size).toBe(10_000);
  });
});
