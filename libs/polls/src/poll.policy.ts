import type { PollState, Role } from '@lectern/contracts';
import { isStaff } from '@lectern/webinars';
import type { PollAction } from './poll.machine';

/** Everyone in the room votes; staff do the rest. */
export const mayPoll = (role: Role, action: PollAction): boolean => action === 'vote' || isStaff(role);

/** What is still being written is the staff's affair. */
export const maySee = (role: Role, state: PollState): boolean => state !== 'draft' || isStaff(role);
