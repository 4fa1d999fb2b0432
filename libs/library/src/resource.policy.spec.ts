import { resourceActions, ResourceStatus, type ResourceAction, type ReviewMode } from '@lectern/contracts';
import type { Actor, DomainError } from '@lectern/kernel';
import { assertMay, mayResource, publishesDirectly, type Subject } from './resource.policy';

const actor = (userId: string, siteRole: Actor['siteRole']): Actor => ({ userId, siteRole, displayName: '' });
const who = {
  nobody: null,
  guest: actor('x', 'guest'),
  member: actor('x', 'member'),
  owner: actor('owner', 'member'),
  librarian: actor('x', 'librarian'),
  admin: actor('x', 'admin'),
};
type Who = keyof typeof who;

const everyone = Object.keys(who) as Who[];
const staff: Who[] = ['librarian', 'admin'];
const ownerAndStaff: Who[] = ['owner', ...staff];
const unseen = ResourceStatus.options.filter((status) => status !== 'published');

/** Where a review is needed: who may, by status. */
const table: Record<ResourceAction, [statuses: readonly ResourceStatus[], who: Who[]][]> = {
  view: [
    [['published'], everyone],
    [unseen, ownerAndStaff],
  ],
  edit: [
    [['submitted', 'published'], staff],
    [['draft', 'returned', 'declined', 'withdrawn'], ownerAndStaff],
  ],
  correct: [[ResourceStatus.options, ownerAndStaff]],
  comment: [[ResourceStatus.options, ownerAndStaff]],
  submit: [[ResourceStatus.options, ['owner']]],
  'take-back': [[ResourceStatus.options, ['owner']]],
  withdraw: [[ResourceStatus.options, ownerAndStaff]],
  publish: [[ResourceStatus.options, staff]],
  review: [[ResourceStatus.options, staff]],
  trash: [
    [['submitted', 'published'], staff],
    [['draft', 'returned', 'declined', 'withdrawn'], ownerAndStaff],
  ],
  'forget-version': [[ResourceStatus.options, staff]],
  restore: [[ResourceStatus.options, ownerAndStaff]],
  purge: [[ResourceStatus.options, ['admin']]],
};

const may = (action: ResourceAction, subject: Partial<Subject>, mode?: ReviewMode) =>
  everyone.filter((name) =>
    mayResource(who[name], action, { ownerId: 'owner', status: 'draft', kind: 'document', ...subject }, mode),
  );

function codeOf(run: () => void): string {
  try {
    run();
    return 'done';
  } catch (error) {
    return (error as DomainError).code;
  }
}

describe('resource policy', () => {
  for (const action of resourceActions)
    for (const [statuses, allowed] of table[action])
      it.each(statuses)(`${action} of what is %s`, (status) => {
        expect(may(action, { status })).toEqual(allowed);
      });

  it.each(resourceActions)('says of every status who may %s', (action) => {
    expect(table[action].flatMap(([statuses]) => statuses).toSorted()).toEqual(ResourceStatus.options.toSorted());
  });

  it.each([
    ['all', 'recording', false],
    ['all', 'document', false],
    ['contributions', 'recording', true],
    ['contributions', 'document', false],
    ['none', 'document', true],
  ] as const)('where the review is of %s, a %s is published directly: %s', (mode, kind, direct) => {
    expect(publishesDirectly(mode, kind)).toBe(direct);
    const allowed = direct ? ownerAndStaff : staff;
    expect(may('publish', { kind }, mode)).toEqual(allowed);
    expect(may('edit', { kind, status: 'published' }, mode)).toEqual(allowed);
    expect(may('review', { kind }, mode)).toEqual(staff);
  });

  it.each(resourceActions)('lets nobody %s what was removed for good', (action) => {
    expect(may(action, { status: 'withdrawn', purgedAt: '2026-11-28T12:00:00.000Z' })).toEqual([]);
  });

  it('lets librarians take back what is their own', () => {
    const librarian = actor('owner', 'librarian');
    expect(mayResource(librarian, 'take-back', { ownerId: 'owner', status: 'submitted', kind: 'link' })).toBe(true);
  });

  it.each([
    ['member', 'draft', 'view', 'NOT_FOUND'],
    ['nobody', 'withdrawn', 'view', 'GONE'],
    ['member', 'withdrawn', 'edit', 'GONE'],
    ['member', 'published', 'edit', 'FORBIDDEN'],
    ['owner', 'draft', 'publish', 'FORBIDDEN'],
    ['owner', 'published', 'edit', 'FORBIDDEN'],
  ] as const)('refuses the %s of what is %s to %s with %s', (name, status, action, code) => {
    const subject: Subject = { ownerId: 'owner', status, kind: 'document' };
    expect(codeOf(() => assertMay(who[name], action, subject))).toBe(code);
  });
});
