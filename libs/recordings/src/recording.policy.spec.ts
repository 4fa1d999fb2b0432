import { roles } from '@lectern/contracts';
import { mayRecord } from './recording.policy';

describe('recording policy', () => {
  for (const action of ['start', 'stop', 'pause', 'view', 'retry'] as const)
    it.each(roles)(`${action} by %s`, (role) => {
      expect(mayRecord(role, action)).toBe(['host', 'cohost'].includes(role));
    });
});
