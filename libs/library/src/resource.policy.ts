import type { ResourceAction, ResourceKind, ResourceStatus, ReviewMode } from '@lectern/contracts';
import { maySite } from '@lectern/identity';
import { type Actor, DomainError, forbidden, notFound } from '@lectern/kernel';

/** What of a resource decides who may do what. */
export interface Subject {
  ownerId: string;
  status: ResourceStatus;
  kind: ResourceKind;
  /** Set when its files were removed for good: nobody does anything with it any more. */
  purgedAt?: string | null;
}

/** Whether a member publishes such a resource without a librarian. */
export function publishesDirectly(mode: ReviewMode, kind: ResourceKind): boolean {
  return mode === 'none' || (mode === 'contributions' && kind === 'recording');
}

/**
 * Who may do what. Published resources are everyone's to see; the rest is for their owner and the librarians. Where a
 * review is needed, its owner changes nothing while a librarian looks at it, or afterwards: what is public is what was
 * looked at. Transcripts are corrected at any time, since each correction can be taken back.
 *
 * @param mode whose resources are looked at; the strictest where it does not matter
 */
export function mayResource(
  actor: Actor | null,
  action: ResourceAction,
  resource: Subject,
  mode: ReviewMode = 'all',
): boolean {
  if (resource.purgedAt) return false;
  if (action === 'view' && resource.status === 'published') return true;
  if (actor === null) return false;
  const isOwner = actor.userId === resource.ownerId;
  // Who hands it in accepts the agreement: nobody does that for another.
  if (action === 'purge') return maySite(actor.siteRole, 'library:manage');
  const isForOwner = action === 'submit' || action === 'take-back';
  if (maySite(actor.siteRole, 'library:review') && !isForOwner) return true;
  return isOwner && mayOwner(action, resource, mode);
}

function mayOwner(action: ResourceAction, { status, kind }: Subject, mode: ReviewMode): boolean {
  switch (action) {
    case 'view':
    case 'correct':
    case 'comment':
    case 'submit':
    case 'take-back':
    case 'withdraw':
    case 'restore':
      return true;
    case 'edit':
    case 'trash':
      return publishesDirectly(mode, kind) || (status !== 'submitted' && status !== 'published');
    case 'publish':
      return publishesDirectly(mode, kind);
    case 'review':
    case 'forget-version':
    case 'purge':
      return false;
  }
}

/**
 * @throws DomainError GONE for what was withdrawn and NOT_FOUND for all else that one may not even see, FORBIDDEN for
 * the rest
 */
export function assertMay(actor: Actor | null, action: ResourceAction, resource: Subject, mode?: ReviewMode): void {
  if (!mayResource(actor, 'view', resource)) throw resource.status === 'withdrawn' ? gone() : notFound('This resource');
  if (!mayResource(actor, action, resource, mode)) throw forbidden(refusals[action] ?? refusals.edit);
}

const gone = () => new DomainError('GONE', 'This resource was withdrawn from the library.');

const refusals: Partial<Record<ResourceAction, string>> & { edit: string } = {
  edit: 'Only the librarians change a resource that waits for them or is published: take it back, or write to them.',
  publish: 'A librarian looks at it first: submit it.',
  review: 'Only librarians decide of contributions.',
  submit: 'Only who has made it submits it.',
  'forget-version': 'Only librarians have an old version forgotten.',
  purge: 'Only administrators remove things for good at once.',
  'take-back': 'Only who has submitted it takes it back.',
};
