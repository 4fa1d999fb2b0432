import type { AppointedRole, MicrophoneLock, Participant, Role } from '@lectern/contracts';

/** What a role sees offered. The server decides; this only keeps buttons away that would be refused. */
export interface Abilities {
  /** May send microphone and camera. */
  stage: boolean;
  /** May share a screen. */
  screen: boolean;
  /** Shows slides and videos to everyone. */
  present: boolean;
  /** Approves, dismisses, mutes, removes. */
  moderate: boolean;
  /** Takes questions up and answers them. */
  answer: boolean;
  /** Goes live, records, ends. */
  run: boolean;
  /** Is let in before it is live. */
  early: boolean;
}

const none: Abilities = {
  stage: false,
  screen: false,
  present: false,
  moderate: false,
  answer: false,
  run: false,
  early: false,
};
const runs: Abilities = {
  stage: true,
  screen: true,
  present: true,
  moderate: true,
  answer: true,
  run: true,
  early: true,
};

const byRole: Record<Role, Abilities> = {
  host: runs,
  cohost: runs,
  moderator: { ...runs, present: false, run: false },
  presenter: { ...none, stage: true, screen: true, present: true, answer: true, early: true },
  interpreter: { ...none, stage: true, early: true },
  classroom: { ...none, stage: true, screen: true, early: true },
  attendee: none,
};

export const abilitiesOf = (role: Role | undefined): Abilities => (role ? byRole[role] : none);

const guests: Record<Role, Abilities> = { ...byRole, attendee: { ...none, stage: true } };

/** Of somebody in the room: the audience may have come on the stage as guests. */
export const abilitiesIn = (me: Pick<Participant, 'role' | 'stage'> | null): Abilities =>
  me ? (me.stage === 'guest' ? guests : byRole)[me.role] : none;

/** What `me` may make of somebody with this role, other than they are. */
export function appointments(me: Role | undefined, target: Role): AppointedRole[] {
  const below: AppointedRole[] = ['moderator', 'presenter', 'interpreter', 'attendee'];
  const offered: AppointedRole[] = me === 'host' ? ['cohost', ...below] : me === 'cohost' ? below : [];
  if (target === 'host' || (me === 'cohost' && target === 'cohost')) return [];
  return offered.filter((role) => role !== target);
}

/** Whether a moderator must ask first before this person's microphone can be turned on. */
export function isLocked(
  me: Pick<Participant, 'role' | 'stage'> | null,
  lock: MicrophoneLock,
  asked: boolean,
): boolean {
  const { stage, moderate } = abilitiesIn(me);
  if (!me || !stage || moderate || asked || me.role === 'interpreter') return false;
  return lock === 'speakers' || (lock === 'guests' && me.role === 'attendee');
}
