import type { Participant } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';

/** Somebody in a room, as the others are told. */
export function toParticipant(
  { participantId: id, displayName, role, muted, handRaisedAt, stage }: Attendance,
  present = true,
): Participant {
  return { id, displayName, role, muted, present, handRaisedAt, stage };
}
