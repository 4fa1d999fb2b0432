import { ResourceStatus } from '@lectern/contracts';
import { decisionsOf } from './decisions';

describe('decisions of a review', () => {
  it.each(ResourceStatus.options)('of what is %s are for librarians alone', (status) => {
    expect(decisionsOf({ status, may: ['view', 'comment'] })).toEqual([]);
  });

  it('fit the status', () => {
    const table = ResourceStatus.options.map((status) => [status, decisionsOf({ status, may: ['review'] })]);
    expect(Object.fromEntries(table)).toEqual({
      draft: [],
      submitted: ['approve', 'return', 'decline'],
      returned: ['decline'],
      published: [],
      declined: ['return'],
      withdrawn: [],
    });
  });
});
