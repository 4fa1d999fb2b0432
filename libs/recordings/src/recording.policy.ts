import type { Role, SiteRole } from '@lectern/contracts';
import { maySite } from '@lectern/identity';

export type RecordingAction = 'start' | 'stop' | 'pause' | 'view' | 'configure' | 'leave-out';
/** What one does with the processing of a recording. */
export type ProcessingAction = 'retry' | 'rerun' | 'cancel';

/** The hosts decide what is recorded and what becomes of it. */
export const mayRecord = (role: Role, _action: RecordingAction): boolean => role === 'host' || role === 'cohost';

/** The hosts, and the admins, who look after the machine. @param role null: not of this webinar */
export const mayProcess = (role: Role | null, siteRole: SiteRole, _action: ProcessingAction): boolean =>
  role === 'host' || role === 'cohost' || maySite(siteRole, 'jobs:manage');
