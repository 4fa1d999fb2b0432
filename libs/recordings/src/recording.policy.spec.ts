import { roles, SiteRole } from '@lectern/contracts';
import { mayProcess, mayRecord, type ProcessingAction } from './recording.policy';

describe('recording policy', () => {
  for (const action of ['start', 'stop', 'pause', 'view', 'configure', 'leave-out'] as const)
    it.each(roles)(`${action} by %s`, (role) => {
      expect(mayRecord(role, action)).toBe(['host', 'cohost'].includes(role));
    });
});

describe('processing policy', () => {
  const staff = ['admin', 'librarian'];
  const table: Record<ProcessingAction, string[]> = {
    ...{ retry: ['admin'], rerun: ['admin'], cancel: ['admin'] },
    ...{ view: staff, extra: staff, transcribe: staff },
  };
  for (const [action, allowed] of Object.entries(table) as [ProcessingAction, string[]][])
    for (const siteRole of SiteRole.options)
      it.each([...roles, null])(`${action} by %s, who is ${siteRole} of the installation`, (role) => {
        const isHost = role === 'host' || role === 'cohost';
        expect(mayProcess(role, siteRole, action)).toBe(isHost || allowed.includes(siteRole));
      });
});
