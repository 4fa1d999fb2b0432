import type { Question, RecordingStopCause, Role } from '@lectern/contracts';
import { isLocked } from './abilities';
import type { RoomState } from './room-state';

/** Changes that a person should hear of, even when looking elsewhere. Names are keys of the texts. */
export type Notice =
  | 'live'
  | 'recordingStarted'
  | 'recordingStopped'
  | 'recordingDiskFull'
  | 'recordingDiskError'
  | 'recordingServerLost'
  | 'recordingPaused'
  | 'recordingResumed'
  | 'practiceStarted'
  | 'practiceStopped'
  | 'muted'
  | 'unmuted'
  | 'stoppedMicrophone'
  | 'stoppedMicrophoneLocked'
  | 'stoppedElsewhere'
  | 'takenOver'
  | 'slowDown'
  | 'stoppedCamera'
  | 'stoppedScreen'
  | 'microphonesFree'
  | 'returned'
  | 'nowCohost'
  | 'nowModerator'
  | 'nowPresenter'
  | 'nowAttendee'
  | 'reconnecting'
  | 'back'
  | 'myQuestionApproved'
  | 'myQuestionAnswering'
  | 'myQuestionAnswered'
  | 'myQuestionDismissed'
  | 'myQuestionMerged'
  | 'pollOpened'
  | 'pollClosed';

type Seen = Pick<
  RoomState,
  | 'link'
  | 'webinar'
  | 'recording'
  | 'practice'
  | 'me'
  | 'questions'
  | 'polls'
  | 'controls'
  | 'mayUnmute'
  | 'stopped'
  | 'slowDown'
>;

/** What is new between two states; nothing on the first entry, where all would be news. */
export function noticesBetween(before: Seen, now: Seen): Notice[] {
  if (!before.me || !now.me) return [];
  return [
    ...linkNotices(before, now),
    ...roomNotices(before, now),
    ...controlNotices(before, now),
    ...questionNotices(before, now),
    ...pollNotices(before, now),
  ];
}

function linkNotices(before: Seen, now: Seen): Notice[] {
  if (before.link.status === now.link.status) return [];
  if (now.link.status === 'reconnecting') return ['reconnecting'];
  return before.link.status === 'reconnecting' && now.link.status === 'joined' ? ['back'] : [];
}

function roomNotices(before: Seen, now: Seen): Notice[] {
  const notices: Notice[] = [];
  if (before.webinar?.status === 'scheduled' && now.webinar?.status === 'live') notices.push('live');
  notices.push(...recordingNotices(before, now));
  if ((before.practice === null) !== (now.practice === null))
    notices.push(now.practice ? 'practiceStarted' : 'practiceStopped');
  if (before.me?.muted !== now.me?.muted) notices.push(now.me?.muted ? 'muted' : 'unmuted');
  const appointed = before.me && now.me && before.me.role !== now.me.role ? byRole[now.me.role] : undefined;
  if (appointed) notices.push(appointed);
  else if (before.me?.stage === 'guest' && now.me?.stage === 'none') notices.push('returned');
  return notices;
}

const byCause: Record<RecordingStopCause, Notice> = {
  'disk-full': 'recordingDiskFull',
  'disk-error': 'recordingDiskError',
  'server-lost': 'recordingServerLost',
};

/** Why is for those who can do something about it. */
function recordingStopped({ me, recording }: Seen): Notice {
  const hosts = me?.role === 'host' || me?.role === 'cohost';
  return hosts && recording?.stopCause ? byCause[recording.stopCause] : 'recordingStopped';
}

function recordingNotices({ recording: before }: Seen, seen: Seen): Notice[] {
  const now = seen.recording;
  const [was, is] = [before?.status === 'recording', now?.status === 'recording'];
  if (was !== is) return [is ? 'recordingStarted' : recordingStopped(seen)];
  if (!is || (before?.pausedAt === null) === (now?.pausedAt === null)) return [];
  return [now?.pausedAt ? 'recordingPaused' : 'recordingResumed'];
}

/** What somebody who comes in now must hear: that it is recorded already. */
export function entryNotice({ recording }: Pick<RoomState, 'recording'>): 'recordingRuns' | 'recordingPaused' | null {
  if (recording?.status !== 'recording') return null;
  return recording.pausedAt ? 'recordingPaused' : 'recordingRuns';
}

function controlNotices(before: Seen, now: Seen): Notice[] {
  const locked = (seen: Seen): boolean => isLocked(seen.me, seen.controls.microphoneLock, seen.mayUnmute);
  const notices: Notice[] = now.slowDown === before.slowDown ? [] : ['slowDown'];
  if (now.stopped && now.stopped !== before.stopped && !now.me?.muted) {
    const { source, why } = now.stopped;
    if (why) return [why === 'elsewhere' ? 'stoppedElsewhere' : 'takenOver'];
    if (source === 'camera') notices.push('stoppedCamera');
    if (source === 'screen') notices.push('stoppedScreen');
    if (source === 'microphone') notices.push(locked(now) ? 'stoppedMicrophoneLocked' : 'stoppedMicrophone');
  }
  if (before.me?.role === now.me?.role && locked(before) && !locked(now) && !now.mayUnmute)
    notices.push('microphonesFree');
  return notices;
}

const byRole: Partial<Record<Role, Notice>> = {
  cohost: 'nowCohost',
  moderator: 'nowModerator',
  presenter: 'nowPresenter',
  attendee: 'nowAttendee',
};

const byState: Partial<Record<Question['state'], Notice>> = {
  approved: 'myQuestionApproved',
  answering: 'myQuestionAnswering',
  answered: 'myQuestionAnswered',
  dismissed: 'myQuestionDismissed',
  merged: 'myQuestionMerged',
};

function questionNotices(before: Seen, now: Seen): Notice[] {
  if (before.questions === now.questions) return [];
  const notices: Notice[] = [];
  for (const [id, question] of now.questions) {
    const old = before.questions.get(id);
    const notice = question.mine && old && old.state !== question.state ? byState[question.state] : undefined;
    if (notice) notices.push(notice);
  }
  return notices;
}

/** Whoever looks elsewhere learns that there is something to vote on, and that its results are there. */
function pollNotices(before: Seen, now: Seen): Notice[] {
  if (before.polls === now.polls) return [];
  const notices: Notice[] = [];
  for (const [id, { state }] of now.polls) {
    const was = before.polls.get(id)?.state;
    if (state === 'open' && was !== 'open') notices.push('pollOpened');
    if (state === 'closed' && was === 'open') notices.push('pollClosed');
  }
  return notices;
}
