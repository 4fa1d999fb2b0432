import { resourceActions, ResourceStatus } from '@lectern/contracts';
import { isPossible, nextStatus, type ResourceStep, resourceSteps } from './resource.machine';

const table: Record<ResourceStatus, Partial<Record<ResourceStep, ResourceStatus>>> = {
  draft: { submit: 'submitted', publish: 'published' },
  submitted: {
    'take-back': 'draft',
    approve: 'published',
    return: 'returned',
    decline: 'declined',
    publish: 'published',
  },
  returned: { submit: 'submitted', decline: 'declined', publish: 'published' },
  published: { withdraw: 'withdrawn' },
  declined: { return: 'returned', publish: 'published' },
  withdrawn: { submit: 'submitted', publish: 'published' },
};

describe('resource machine', () => {
  for (const status of ResourceStatus.options)
    it.each(resourceSteps)(`${status} + %s`, (step) => {
      expect(nextStatus(status, step)).toBe(table[status][step] ?? null);
    });

  it('offers a review for what waits, was returned or declined, and all else at any time', () => {
    const offering = (action: Parameters<typeof isPossible>[1]) =>
      ResourceStatus.options.filter((status) => isPossible(status, action));
    expect(offering('review')).toEqual(['submitted', 'returned', 'declined']);
    expect(offering('submit')).toEqual(['draft', 'returned', 'withdrawn']);
    expect(offering('take-back')).toEqual(['submitted']);
    expect(offering('withdraw')).toEqual(['published']);
    expect(offering('publish')).toEqual(['draft', 'submitted', 'returned', 'declined', 'withdrawn']);
    for (const action of ['view', 'edit', 'correct', 'comment', 'forget-version', 'trash'] as const)
      expect(offering(action)).toEqual(ResourceStatus.options);
  });

  it('lets what is in the trash be seen, restored and removed for good, and nothing else', () => {
    for (const status of ResourceStatus.options) {
      const possible = (isTrashed: boolean) =>
        resourceActions.filter((action) => isPossible(status, action, isTrashed));
      expect(possible(true)).toEqual(['view', 'restore', 'purge']);
      expect(possible(false)).not.toContain('restore');
      expect(possible(false)).not.toContain('purge');
    }
  });
});
