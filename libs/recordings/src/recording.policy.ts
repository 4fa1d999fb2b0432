import type { Role } from '@lectern/contracts';

export type RecordingAction = 'start' | 'stop' | 'pause' | 'view' | 'retry';

/** The hosts decide what is recorded and what becomes of it. */
export const mayRecord = (role: Role, _action: RecordingAction): boolean => role === 'host' || role === 'cohost';
