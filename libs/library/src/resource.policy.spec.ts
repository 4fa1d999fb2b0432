import type { Actor } from '@lectern/kernel';
import { mayResource } from './resource.policy';

const actor = (userId: string, siteRole: Actor['siteRole']): Actor => ({ userId, siteRole, displayName: '' });
const who: Record<string, Actor | null> = {
  nobody: null,
  guest: actor('x', 'guest'),
  member: actor('x', 'member'),
  owner: actor('owner', 'member'),
  admin: actor('x', 'admin'),
};

describe('resource policy', () => {
  const table = [
    ['published', 'view', ['nobody', 'guest', 'member', 'owner', 'admin']],
    ['draft', 'view', ['owner', 'admin']],
    ['published', 'edit', ['owner', 'admin']],
    ['draft', 'edit', ['owner', 'admin']],
    ['published', 'publish', ['owner', 'admin']],
    ['draft', 'publish', ['owner', 'admin']],
  ] as const;

  it.each(table)('%s: %s by %j', (status, action, allowed) => {
    const may = Object.keys(who).filter((name) => mayResource(who[name]!, action, { ownerId: 'owner', status }));
    expect(may).toEqual(allowed);
  });
});
