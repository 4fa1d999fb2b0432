import type { Resource } from '@lectern/contracts';
import { maySite } from '@lectern/identity';
import { type Actor, forbidden, notFound } from '@lectern/kernel';

export type ResourceAction = 'view' | 'edit' | 'publish';

/** Published resources are everyone's; the rest is for their owner and for who reviews the library. */
export function mayResource(
  actor: Actor | null,
  action: ResourceAction,
  resource: { ownerId: string; status: Resource['status'] },
): boolean {
  if (action === 'view' && resource.status === 'published') return true;
  return actor !== null && (actor.userId === resource.ownerId || maySite(actor.siteRole, 'library:review'));
}

/** @throws DomainError NOT_FOUND for who may not even see it, FORBIDDEN for the rest */
export function assertMay(
  actor: Actor | null,
  action: ResourceAction,
  resource: Parameters<typeof mayResource>[2],
): void {
  if (!mayResource(actor, 'view', resource)) throw notFound('This resource');
  if (!mayResource(actor, action, resource))
    throw forbidden('Only its owner and the librarians may change this resource.');
}
