import type { Attendance } from '@lectern/kernel';
import { rooms } from '@lectern/realtime';
import { isStaff } from '@lectern/webinars';
import type { MessageRow } from './message.entity';

type Placed = Pick<MessageRow, 'webinarId' | 'participantId' | 'channel' | 'state' | 'threadId'>;

/** Whether somebody may know of a message. */
export function maySee({ webinarId, participantId, role }: Attendance, message: Placed): boolean {
  if (message.webinarId !== webinarId) return false;
  if (isStaff(role)) return true;
  if (message.channel === 'everyone') return message.state === 'visible' || message.participantId === participantId;
  return message.channel === 'moderators' && message.threadId === participantId;
}

/** The groups that are told of it: together they are all who may see it. */
export function groupsFor({ webinarId, participantId, channel, state, threadId }: Placed): string[] {
  const staff = rooms.staff(webinarId);
  if (channel === 'staff') return [staff];
  if (channel === 'moderators') return threadId ? [staff, rooms.participant(threadId)] : [staff];
  return state === 'visible' ? [rooms.webinar(webinarId)] : [staff, rooms.participant(participantId)];
}
