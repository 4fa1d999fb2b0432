import { roles, SiteRole } from '@lectern/contracts';
import { mayProcess, mayRecord } from './recording.policy';

describe('recording policy', () => {
  for (const action of ['start', 'stop', 'pause', 'view', 'configure', 'leave-out'] as const)
    it.each(roles)(`${action} by %s`, (role) => {
      expect(mayRecord(role, action)).toBe(['host', 'cohost'].includes(role));
    });
});

describe('processing policy', () => {
  for (const action of ['retry', 'rerun', 'cancel'] as const)
    for (const siteRole of SiteRole.options)
      it.each([...roles, null])(`${action} by %s, who is ${siteRole} of the installation`, (role) => {
        expect(mayProcess(role, siteRole, action)).toBe(siteRole === 'admin' || role === 'host' || role === 'cohost');
      });
});
