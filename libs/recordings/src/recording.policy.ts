import type { Role, SiteRole } from '@lectern/contracts';
import { maySite } from '@lectern/identity';

export type RecordingAction = 'start' | 'stop' | 'pause' | 'view' | 'configure' | 'leave-out';
/** What one does with the processing of a recording. */
export type ProcessingAction = 'view' | 'retry' | 'rerun' | 'cancel' | 'extra' | 'transcribe';

/** The hosts decide what is recorded and what becomes of it. */
export const mayRecord = (role: Role, _action: RecordingAction): boolean => role === 'host' || role === 'cohost';

/** What librarians do: it adds to what there is, and changes nothing that was made. */
const forLibrarians: readonly ProcessingAction[] = ['view', 'extra', 'transcribe'];

/**
 * The hosts, and the admins, who look after the machine; librarians where it is about what the library has to offer.
 *
 * @param role null: not of this webinar
 */
export const mayProcess = (role: Role | null, siteRole: SiteRole, action: ProcessingAction): boolean =>
  role === 'host' ||
  role === 'cohost' ||
  maySite(siteRole, 'jobs:manage') ||
  (forLibrarians.includes(action) && maySite(siteRole, 'library:review'));
