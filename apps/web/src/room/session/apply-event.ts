import type { ProducerInfo, ServerEventName, ServerPayload } from '@lectern/contracts';
import { withSaid } from '../captions/caption-lines';
import { applyReactions, mergeMessages } from './merge-messages';
import { applyVotes, hideQuestion, mergeQuestions, moveVotes } from './merge-questions';
import { applyTallies, mergePoll, withoutPoll } from './merge-polls';
import type { RoomState } from './room-state';

type Appliers = { [E in ServerEventName]: (state: RoomState, payload: ServerPayload<E>) => Partial<RoomState> };

const highest = (seq: number, changed: readonly { seq: number }[]): number =>
  changed.reduce((max, item) => Math.max(max, item.seq), seq);

function putProducer(producers: readonly ProducerInfo[], info: ProducerInfo): readonly ProducerInfo[] {
  const known = producers.some((p) => p.producerId === info.producerId);
  return known ? producers.map((p) => (p.producerId === info.producerId ? info : p)) : [...producers, info];
}

/** What each of the server's events changes; pure, one entry for every event of the contract. */
export const appliers: Appliers = {
  'webinar:changed': (state, webinar) => ({
    webinar,
    ...(webinar.status === 'ended' ? { link: { ...state.link, status: 'ended' as const } } : {}),
  }),
  'recording:changed': (_, recording) => ({ recording }),
  // Who had agreed to other words has not agreed to these.
  'recording:terms': ({ recordingTerms, recordingStanding }, terms) => ({
    recordingTerms: terms,
    recordingStanding:
      recordingTerms?.version === terms.version ? recordingStanding : { ...recordingStanding, consented: false },
  }),
  'recording:standing': (_, recordingStanding) => ({ recordingStanding }),
  'practice:changed': (_, { practice }) => ({ practice }),
  'presence:changed': (_, { present, stage }) => ({ present, stage }),
  'hands:changed': (_, hands) => ({ hands }),
  'room:configured': (state, controls) => ({
    controls,
    mayUnmute: state.mayUnmute && controls.microphoneLock === state.controls.microphoneLock,
  }),
  'track:stopped': (_, stopped) => ({ stopped }),
  'interpretation:slow-down': (_, slowDown) => ({ slowDown }),
  'interpretation:offered': (_, offered) => ({ offered }),
  'track:requested': (state, request) => ({ request, mayUnmute: state.mayUnmute || request.source === 'microphone' }),
  'participant:changed': (state, participant) => (participant.id === state.me?.id ? { me: participant } : {}),
  // What was missed comes with the next join.
  'session:resync': () => ({}),
  'session:closed': (state, { reason }) =>
    reason === 'shutdown' ? {} : { link: { ...state.link, status: reason, downSince: null } },
  'question:changed': (state, { questions }) => ({
    questions: mergeQuestions(state.questions, questions),
    myVotes: moveVotes(state.myVotes, questions),
    seq: highest(state.seq, questions),
  }),
  'question:hidden': (state, hidden) => ({
    questions: hideQuestion(state.questions, hidden),
    myVotes: moveVotes(state.myVotes, [{ id: hidden.questionId, mergedInto: hidden.mergedInto }]),
    seq: Math.max(state.seq, hidden.seq),
  }),
  'question:voted': (state, { counts }) => ({ questions: applyVotes(state.questions, counts) }),
  'qa:configured': (_, qa) => ({ qa }),
  'message:changed': (state, { messages }) => ({
    chat: mergeMessages(state.chat, messages, state.me?.id),
    seq: highest(state.seq, messages),
  }),
  'message:reacted': (state, { reacted }) => ({ chat: applyReactions(state.chat, reacted) }),
  'chat:configured': (state, settings) => ({ chat: { ...state.chat, settings } }),
  'poll:changed': (state, poll) => ({ polls: mergePoll(state.polls, poll), seq: Math.max(state.seq, poll.seq) }),
  'poll:deleted': (state, { pollId }) => ({ polls: withoutPoll(state.polls, pollId) }),
  'poll:tallied': (state, { tallies }) => ({ polls: applyTallies(state.polls, tallies) }),
  'reaction:counted': (_, { reactions }) => ({ reactions }),
  'caption:said': (state, { captions }) => ({
    captions: withSaid(state.captions, captions, performance.now()),
    captionsMissed: false,
  }),
  'caption:missed': () => ({ captionsMissed: true }),
  // An answer to one's own click may have come before the news of what was shown before it.
  'presentation:changed': (state, presentation) => (presentation.seq >= state.presentation.seq ? { presentation } : {}),
  'producer:opened': (state, info) => ({ producers: putProducer(state.producers, info) }),
  'producer:changed': (state, info) => ({ producers: putProducer(state.producers, info) }),
  'producer:closed': (state, { producerId }) => ({
    producers: state.producers.filter((p) => p.producerId !== producerId),
  }),
  'producer:layers': () => ({}),
  'media:codec': (_, { videoCodec }) => ({ videoCodec }),
  'consumer:closed': () => ({}),
  'speaker:changed': (_, { peerId }) => ({ speaker: peerId }),
  // Our transports died with their worker; which tracks died with it, the server tells one by one.
  'media:reset': () => ({}),
};

/** Applies one event of the server to the state. */
export function applyEvent<E extends ServerEventName>(
  state: RoomState,
  event: E,
  payload: ServerPayload<E>,
): Partial<RoomState> {
  return appliers[event](state, payload);
}
