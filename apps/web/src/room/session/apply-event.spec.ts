import { participant, producer, question, snapshot, webinar } from '../testing/factories';
import { applyEvent } from './apply-event';
import { initialRoomState, type RoomState } from './room-state';

const state: RoomState = { ...initialRoomState, me: participant(), producers: [producer()], seq: 3 };

describe('events of the server', () => {
  it('move the sequence number forward only', () => {
    expect(applyEvent(state, 'question:changed', { questions: [question({ seq: 8 })] }).seq).toBe(8);
    expect(applyEvent(state, 'question:changed', { questions: [question({ seq: 2 })] }).seq).toBe(3);
  });

  it('leave the stage alone when votes come', () => {
    expect(Object.keys(applyEvent(state, 'question:voted', { counts: [] }))).toEqual(['questions']);
  });

  it('put a producer in once, and replace it', () => {
    const { producers } = applyEvent(state, 'producer:changed', producer({ paused: true }));
    expect(producers).toEqual([producer({ paused: true })]);
  });

  it('keep what others send when only our own transports are lost', () => {
    const sent = { ...state, producers: [producer()] };
    expect({ ...sent, ...applyEvent(sent, 'media:reset', {}) }.producers).toEqual([producer()]);
  });

  it('tell of oneself, not of others', () => {
    expect(applyEvent(state, 'participant:changed', participant({ id: 'other', muted: true }))).toEqual({});
    expect(applyEvent(state, 'participant:changed', participant({ muted: true })).me?.muted).toBe(true);
  });

  it('ask anew who has agreed to other words', () => {
    const { recordingTerms } = snapshot();
    const agreed = { ...state, recordingTerms, recordingStanding: { consented: true, leftOut: true } };
    const told = (version: string) =>
      applyEvent(agreed, 'recording:terms', { ...recordingTerms, planned: true, version }).recordingStanding;
    expect(told(recordingTerms.version)).toEqual({ consented: true, leftOut: true });
    expect(told('another')).toEqual({ consented: false, leftOut: true });
  });

  it.each([
    ['removed', 'removed'],
    ['dismissed', 'dismissed'],
    ['ended', 'ended'],
    ['shutdown', undefined],
  ] as const)('close the session: %s → %s', (reason, status) => {
    expect(applyEvent(state, 'session:closed', { reason }).link?.status).toBe(status);
  });

  it('give leave to unmute until the lock is another', () => {
    const asked = { ...state, ...applyEvent(state, 'track:requested', { source: 'microphone', by: 'Mo' }) };
    expect(asked).toMatchObject({ mayUnmute: true, request: { by: 'Mo' } });
    const controls = { ...state.controls, microphoneLock: 'speakers' as const };
    expect(applyEvent(asked, 'room:configured', state.controls).mayUnmute).toBe(true);
    expect(applyEvent(asked, 'room:configured', controls)).toMatchObject({ mayUnmute: false, controls });
  });

  it('end the session when the webinar has ended', () => {
    expect(applyEvent(state, 'webinar:changed', webinar({ status: 'ended' })).link?.status).toBe('ended');
  });
});
