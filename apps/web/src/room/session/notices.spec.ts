import { participant, question, webinar } from '../testing/factories';
import { entryNotice, noticesBetween } from './notices';
import { initialRoomState, type RoomState } from './room-state';

const recording = { id: 'r', startedAt: '', stoppedAt: null, stopCause: null, pausedAt: null, pausedMs: 0 };
const before: RoomState = {
  ...initialRoomState,
  link: { status: 'joined', downSince: null, error: null },
  me: participant(),
  webinar: webinar({ status: 'scheduled' }),
  questions: new Map([['q1', question({ state: 'pending', mine: true })]]),
};
const cases: [string, Partial<RoomState>, string[]][] = [
  ['going live', { webinar: webinar() }, ['live']],
  ['a recording', { recording: { ...recording, status: 'recording' } }, ['recordingStarted']],
  ['a practice run', { practice: { startedAt: '' } }, ['practiceStarted']],
  ['being muted', { me: participant({ muted: true }) }, ['muted']],
  ['a stopped camera', { stopped: { source: 'camera' } }, ['stoppedCamera']],
  ['speaking elsewhere', { stopped: { source: 'microphone', why: 'elsewhere' } }, ['stoppedElsewhere']],
  ['a colleague on air', { stopped: { source: 'microphone', why: 'taken-over' } }, ['takenOver']],
  ['an interpreter who cannot follow', { slowDown: {} }, ['slowDown']],
  ['a stopped microphone', { stopped: { source: 'microphone' } }, ['stoppedMicrophone']],
  ['being muted and so stopped', { stopped: { source: 'microphone' }, me: participant({ muted: true }) }, ['muted']],
  ['another role', { me: participant({ role: 'presenter' }) }, ['nowPresenter']],
  ['one’s own question', { questions: new Map([['q1', question({ mine: true })]]) }, ['myQuestionApproved']],
  ['somebody else’s question', { questions: new Map([['q2', question({ id: 'q2' })]]) }, []],
  ['a lost line', { link: { ...before.link, status: 'reconnecting' } }, ['reconnecting']],
];

describe('notices', () => {
  it.each(cases)('tell of %s', (_, change, expected) => {
    expect(noticesBetween(before, { ...before, ...change })).toEqual(expected);
  });

  it.each([
    ['host', 'disk-full', 'recordingDiskFull'],
    ['cohost', 'server-lost', 'recordingServerLost'],
    ['host', null, 'recordingStopped'],
    ['attendee', 'disk-full', 'recordingStopped'],
  ] as const)('tell a %s of a recording that stopped by itself (%s)', (role, stopCause, expected) => {
    const recorded = {
      ...before,
      me: participant({ role }),
      recording: { ...recording, status: 'recording' as const },
    };
    const stopped = { ...recorded, recording: { ...recording, stopCause, status: 'processing' as const } };
    expect(noticesBetween(recorded, stopped)).toEqual([expected]);
  });

  it('tell whether a stopped microphone may be turned on again, and when it may', () => {
    const speaker = { ...before, me: participant({ role: 'presenter' }) };
    const locked = { ...speaker, controls: { ...before.controls, microphoneLock: 'speakers' as const } };
    const stopped = { ...locked, stopped: { source: 'microphone' as const } };
    expect(noticesBetween(locked, stopped)).toEqual(['stoppedMicrophoneLocked']);
    expect(noticesBetween(locked, speaker)).toEqual(['microphonesFree']);
    expect(noticesBetween(locked, { ...locked, mayUnmute: true })).toEqual([]);
  });

  it('tell of being back in the audience', () => {
    const guest = { ...before, me: participant({ stage: 'guest' }) };
    expect(noticesBetween(guest, before)).toEqual(['returned']);
  });

  it('tell of pauses of the recording', () => {
    const runs = { ...before, recording: { ...recording, status: 'recording' as const } };
    const paused = { ...before, recording: { ...runs.recording, pausedAt: '2026-11-22T10:00:00.000Z' } };
    expect(noticesBetween(runs, paused)).toEqual(['recordingPaused']);
    expect(noticesBetween(paused, runs)).toEqual(['recordingResumed']);
    expect(noticesBetween(paused, before)).toEqual(['recordingStopped']);
    expect([runs, paused, before].map(entryNotice)).toEqual(['recordingRuns', 'recordingPaused', null]);
  });

  it('tell nothing on entering: all of it would be news', () => {
    expect(noticesBetween(initialRoomState, { ...before, recording: { ...recording, status: 'recording' } })).toEqual(
      [],
    );
  });
});
