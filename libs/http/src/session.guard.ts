import { endpoints, type EndpointKey } from '@lectern/contracts';
import { type Actor, forbidden, unauthenticated } from '@lectern/kernel';
import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';
import { ROUTE } from './route';

/** Finds out whose session a request belongs to; the identity feature implements it. */
export abstract class SessionReader {
  abstract read(request: Request): Promise<Actor | null>;
}

type WithActor = Request & { actor?: Actor | null };

/** A page of ours sends it with every request that changes something; a form on a foreign page cannot. */
export const CLIENT_HEADER = 'x-lectern-client';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

const READS_ONLY = Symbol('reads only');

/** A POST that changes nothing, so that other sites and programs may send it. */
export const ReadsOnly = () => SetMetadata(READS_ONLY, true);

/** Knows the caller, wants a session where the contract says so, and refuses forged cross-site requests. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly sessions: SessionReader,
    private readonly publicUrl: string,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<WithActor>();
    const key = Reflect.getMetadata(ROUTE, context.getHandler()) as EndpointKey | undefined;
    const isSafe = SAFE.has(request.method) || Reflect.hasMetadata(READS_ONLY, context.getHandler());
    if (!isSafe) refuseForgery(request, this.publicUrl);
    request.actor = await this.sessions.read(request);
    if (key && endpoints[key].access === 'session' && !request.actor) throw unauthenticated();
    return true;
  }
}

function refuseForgery(request: Request, publicUrl: string): void {
  if (!request.headers[CLIENT_HEADER])
    throw forbidden(`Requests that change something must carry the header ${CLIENT_HEADER}.`);
  if (!isOwnOrigin(request.headers.origin, request.headers.host, publicUrl))
    throw forbidden('This request came from another site.');
}

/** Whether an Origin header names this server: by its public address, or by the host that the browser asked. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined, publicUrl: string): boolean {
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const from = new URL(origin);
  return from.origin === new URL(publicUrl).origin || (from.host !== '' && from.host === host);
}

/** The caller, or null. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Actor | null => {
  return context.switchToHttp().getRequest<WithActor>().actor ?? null;
});

/** The caller of an endpoint with access `session`. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const actor = context.switchToHttp().getRequest<WithActor>().actor;
  if (!actor) throw unauthenticated();
  return actor;
});
