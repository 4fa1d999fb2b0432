import { SignedToken } from './signed-token';

describe('SignedToken', () => {
  const secret = Buffer.alloc(32, 7);
  const token = new SignedToken(secret, 'invitation');

  it('gives back what it signed', () => {
    expect(token.verify(token.sign('ünï-1'))).toBe('ünï-1');
  });

  it.each(['', 'a', 'a.b', 'a.b.c', `${token.sign('x')}x`, token.sign('x').replace(/^./, 'Z')])(
    'refuses "%s"',
    (forged) => {
      expect(token.verify(forged)).toBeNull();
    },
  );

  it('refuses a token of another purpose or another key', () => {
    expect(new SignedToken(secret, 'ticket').verify(token.sign('x'))).toBeNull();
    expect(new SignedToken(Buffer.alloc(32, 8), 'invitation').verify(token.sign('x'))).toBeNull();
  });
});
