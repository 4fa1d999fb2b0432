import { redact } from './redact';

const secrets = ['password', 'token', 'ticket', 'cookie', 'authorization', 'secret', 'text'];

describe('what may be logged', () => {
  it.each(secrets)('holds no %s, at whatever place', (name) => {
    const secret = { [name]: 'hush' };
    const logged = { ...secret, a: { ...secret, b: [{ c: { ...secret, kept: 1 } }] } };
    const shown = redact(logged);
    expect(JSON.stringify(shown)).not.toContain('hush');
    expect(shown).toMatchObject({ a: { b: [{ c: { kept: 1 } }] } });
    expect(shown.a.b).toBeInstanceOf(Array);
    // What was logged is somebody's, and stays as it was.
    expect(JSON.stringify(logged).match(/hush/g)).toHaveLength(3);
  });

  it('is the same object where nothing is secret', () => {
    const logged = { job: 'a', seconds: 1, list: [1, 2], none: null, deep: { er: {} }, at: new Date() };
    expect(redact(logged)).toBe(logged);
  });

  it('may go round in a circle', () => {
    const logged: Record<string, unknown> = { token: 'hush' };
    logged.self = logged;
    expect(redact(logged).token).toBe('…');
  });
});
