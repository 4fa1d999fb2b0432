import type { ChatChannel, Role } from '@lectern/contracts';
import { isStaff } from '@lectern/webinars';

export type MessageAction = 'send' | 'delete' | 'react' | 'review' | 'configure';

/** @param mine the message was written by the one who acts */
export function mayMessage(role: Role, action: MessageAction, mine: boolean): boolean {
  if (action === 'send' || action === 'react') return true;
  return isStaff(role) || (action === 'delete' && mine);
}

/** The audience writes to everyone and to the moderators, and does not know what the staff write to each other. */
export const mayUse = (role: Role, channel: ChatChannel): boolean => channel !== 'staff' || isStaff(role);

/** Whose messages wait in a moderated chat. Those who may be on the stage are trusted with the floor already. */
export const isModerated = (role: Role): boolean => role === 'attendee';
