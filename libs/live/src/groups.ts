import type { Attendance } from '@lectern/kernel';
import { rooms } from '@lectern/realtime';
import { isStaff } from '@lectern/webinars';
import { isStageRole } from './live.policy';

/** The groups of sockets in which somebody hears what they may hear. */
export function groupsOf({ webinarId, participantId, role }: Attendance): string[] {
  const groups = [rooms.webinar(webinarId), rooms.participant(participantId)];
  groups.push(isStaff(role) ? rooms.staff(webinarId) : rooms.audience(webinarId));
  if (isStageRole(role)) groups.push(rooms.backstage(webinarId));
  return groups;
}
