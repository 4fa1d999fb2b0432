import { hashPassword, verifyPassword } from './password';

const cheap = { N: 16, r: 8, p: 1 };

describe('password', () => {
  it('knows the right one and no other', async () => {
    const stored = await hashPassword('correct horse battery', cheap);
    expect(await verifyPassword('correct horse battery', stored)).toBe(true);
    expect(await verifyPassword('correct horse batterz', stored)).toBe(false);
  });

  it('salts: the same password twice gives two hashes', async () => {
    expect(await hashPassword('x', cheap)).not.toBe(await hashPassword('x', cheap));
  });

  it('takes composed and decomposed letters for the same', async () => {
    expect(await verifyPassword('café', await hashPassword('cafe\u0301', cheap))).toBe(true);
  });

  it.each(['', 'plain', 'scrypt$16$8$1$$', 'bcrypt$1$2$3$aa$bb'])(
    'matches nothing against the unreadable hash "%s"',
    async (stored) => {
      expect(await verifyPassword('x', stored)).toBe(false);
    },
  );
});
