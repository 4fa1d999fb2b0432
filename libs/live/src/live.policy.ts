import type {
  AppointedRole,
  AskableSource,
  BanScope,
  MediaSource,
  MicrophoneLock,
  Role,
  RoomControls,
  StageGrant,
  WebinarStatus,
} from '@lectern/contracts';
import { isStaff, mayWebinar, rankOf } from '@lectern/webinars';

/** Those who may send sound and picture; the audience receives. */
const stage: readonly Role[] = ['host', 'cohost', 'moderator', 'presenter', 'interpreter', 'classroom'];

/** Interpreters are heard by those who listen to their language, and nowhere else; a camera is for sign language. */
const interpreters: readonly MediaSource[] = ['interpretation', 'camera'];

interface Standing {
  role: Role;
  stage: StageGrant;
}

/** By their role: they need no invitation. */
export const isStageRole = (role: Role): boolean => stage.includes(role);

export const isOnStage = ({ role, stage }: Standing): boolean => isStageRole(role) || stage === 'guest';

/** Whether somebody may send a track of this kind; guests of the audience are seen and heard, but show no screen. */
export function mayProduce({ role, stage }: Standing, source: MediaSource): boolean {
  if (role === 'interpreter') return interpreters.includes(source);
  if (isStageRole(role)) return source !== 'interpretation';
  return stage === 'guest' && (source === 'microphone' || source === 'camera');
}

export type StageAction = 'raise' | 'lower' | 'invite' | 'accept' | 'decline' | 'return';

/** Who may take a step on the way to the stage: for oneself (`target` is the actor), or for somebody else. */
export function mayStep(action: StageAction, actor: Role, target: Role, self: boolean): boolean {
  if (isStageRole(target)) return false;
  if (action === 'raise' || action === 'accept' || action === 'decline') return self;
  return isStaff(actor) || (self && action !== 'invite');
}

/** Before the webinar is live, only those who run it hear and see each other. */
export const mayReceive = (role: Role, status: WebinarStatus): boolean =>
  status === 'live' || mayWebinar(role, 'room:green');

/** Muting and removing: by staff, of those who stand below them. */
export function mayModerate(actor: Role, target: Role): boolean {
  return isStaff(actor) && (rankOf(actor) < rankOf(target) || actor === 'host');
}

/** Hosts appoint everybody but hosts; co-hosts those who stand below them, to what stands below them. */
export function mayAppoint(actor: Role, target: Role, role: AppointedRole): boolean {
  if (actor === 'host') return target !== 'host';
  return actor === 'cohost' && rankOf(target) > rankOf(actor) && rankOf(role) > rankOf(actor);
}

/** Locks, the spotlight, and asking people to speak: all who keep order. */
export const mayControl = (role: Role): boolean => isStaff(role);

/** Whether somebody with this role may turn the microphone on without being asked. */
export function mayUnmute(role: Role, lock: MicrophoneLock): boolean {
  if (isStaff(role) || lock === 'none') return true;
  return lock === 'guests' && isStageRole(role);
}

/** What of a person's sound a mute means: all of it. */
export const voices: readonly MediaSource[] = ['microphone', 'interpretation'];

/** Asked to turn it on: only what they may send, and nobody is asked by those who do not keep order. */
export const mayRequest = (actor: Role, target: Standing, source: AskableSource): boolean =>
  mayControl(actor) && mayProduce(target, source);

/** Putting somebody out, and letting them back: from all webinars of the owner by hosts alone. */
export function mayBan(actor: Role, target: Role, scope: BanScope): boolean {
  return mayModerate(actor, target) && (scope !== 'owner' || actor === 'host');
}

/** Closing the link by which somebody came: by those who make links. */
export const mayCloseLink = (actor: Role): boolean => mayWebinar(actor, 'webinar:invite');

interface Newcomer {
  role: Role;
  /** Has been in this room before. */
  known: boolean;
}

/** Whether a locked room lets somebody in. */
export const mayEnter = ({ role, known }: Newcomer, { locked }: Pick<RoomControls, 'locked'>): boolean =>
  !locked || known || isStaff(role);
