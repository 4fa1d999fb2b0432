import type { Actor } from '@lectern/kernel';
import type { ExecutionContext } from '@nestjs/common';
import type { EndpointKey } from '@lectern/contracts';
import { Route } from './route';
import { isOwnOrigin, SessionGuard, SessionReader } from './session.guard';

const actor: Actor = { userId: 'u', displayName: 'Ada', siteRole: 'member' };

class Sessions extends SessionReader {
  async read({ headers }: { headers: Record<string, unknown> }): Promise<Actor | null> {
    return headers.cookie ? actor : null;
  }
}

interface Sent {
  method: string;
  headers: Record<string, string>;
  actor?: Actor | null;
}

function context(key: EndpointKey, request: Sent): ExecutionContext {
  const handler = () => undefined;
  Route(key)(handler, 'handler', { value: handler });
  return {
    getHandler: () => handler,
    switchToHttp: () => ({ getRequest: () => request }),
  } as unknown as ExecutionContext;
}

describe('SessionGuard', () => {
  const guard = new SessionGuard(new Sessions(), 'https://lectern.example');
  const pass = (key: EndpointKey, headers: Record<string, string>, method = key.split(' ')[0]!) =>
    guard.canActivate(context(key, { method, headers }));
  const client = { 'x-lectern-client': 'web' };

  it('knows the caller', async () => {
    const request: Sent = { method: 'GET', headers: { cookie: 'a' } };
    await guard.canActivate(context('GET /api/me', request));
    expect(request.actor).toBe(actor);
  });

  it('lets strangers in where the contract says public, and nowhere else', async () => {
    await expect(pass('GET /api/me', {})).resolves.toBe(true);
    await expect(pass('POST /api/webinars', client)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    await expect(pass('POST /api/webinars', { ...client, cookie: 'a' })).resolves.toBe(true);
  });

  it.each(['POST /api/webinars', 'PATCH /api/webinars/:webinarId', 'DELETE /api/sessions/current'] as const)(
    'refuses %s without the header that a form cannot send, session or not',
    async (key) => {
      await expect(pass(key, { cookie: 'a' })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  it.each(['https://evil.example', 'http://lectern.example', 'null', 'https://lectern.example.evil.example'])(
    'refuses a change from %s',
    async (origin) => {
      await expect(pass('POST /api/sessions', { ...client, origin })).rejects.toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  it('takes a change from its own pages, and from programs, which send no Origin', async () => {
    await expect(pass('POST /api/sessions', { ...client, origin: 'https://lectern.example' })).resolves.toBe(true);
    await expect(pass('POST /api/sessions', client)).resolves.toBe(true);
  });
});

describe('isOwnOrigin', () => {
  it.each([
    [undefined, 'a.example', true],
    ['https://lectern.example', 'inner:3000', true],
    ['http://inner:3000', 'inner:3000', true],
    ['http://inner:3001', 'inner:3000', false],
    ['https://evil.example', 'lectern.example', false],
    ['null', 'null', false],
    ['', 'a.example', false],
    ['file://', '', false],
    ['https://evil.example', undefined, false],
  ])('%s asked at %s: %s', (origin, host, own) => {
    expect(isOwnOrigin(origin, host, 'https://lectern.example/')).toBe(own);
  });
});
