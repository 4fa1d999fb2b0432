import type { Participant } from '@lectern/contracts';
import type { Attendance } from '@lectern/kernel';
import { toParticipant } from './to-participant';

/** What moderators are told unasked; the rest is paged. */
export const HANDS_PAGE = 30;

/** Raised hands, each person once, in the order of raising. */
export function raisedHands(people: readonly Attendance[]): Participant[] {
  const hands = new Map<string, Participant>();
  for (const person of people) if (person.handRaisedAt !== null) hands.set(person.participantId, toParticipant(person));
  return [...hands.values()].sort((a, b) => a.handRaisedAt!.localeCompare(b.handRaisedAt!) || a.id.localeCompare(b.id));
}
