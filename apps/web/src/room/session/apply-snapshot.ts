import type { ChatChannel, Presentation, SessionSnapshot } from '@lectern/contracts';
import { applyReactions, mergeChannel, mergeMessages } from './merge-messages';
import { votesOf } from './merge-polls';
import { mergeQuestions } from './merge-questions';
import { type ChatState, emptyChannel, type RoomState } from './room-state';

/** What a join or a resume changes. `nowMs` is this device's clock. */
export function applySnapshot(state: RoomState, snapshot: SessionSnapshot, nowMs: number): Partial<RoomState> {
  return {
    ...room(snapshot, nowMs),
    presentation: newest(state.presentation, snapshot.presentation),
    ...(snapshot.resume === 'full' ? full(state, snapshot) : delta(state, snapshot)),
  };
}

/** What came as an event while the snapshot was on its way is newer; one without a number shows nothing to us. */
const newest = (known: Presentation, told: Presentation): Presentation =>
  told.seq === 0 || told.seq >= known.seq ? told : known;

function room(snapshot: SessionSnapshot, nowMs: number): Partial<RoomState> {
  return {
    link: { status: snapshot.webinar.status === 'ended' ? 'ended' : 'joined', downSince: null, error: null },
    peerId: snapshot.peerId,
    me: snapshot.me,
    webinar: snapshot.webinar,
    clockOffset: Date.parse(snapshot.now) - nowMs,
    present: snapshot.present,
    stage: snapshot.stage,
    hands: snapshot.hands,
    controls: snapshot.controls,
    producers: snapshot.producers,
    speaker: snapshot.activeSpeaker,
    recording: snapshot.recording,
    recordingTerms: snapshot.recordingTerms,
    recordingStanding: snapshot.recordingStanding,
    consentAsked: false,
    practice: snapshot.practice,
    routerRtpCapabilities: snapshot.routerRtpCapabilities,
    videoCodec: snapshot.videoCodec,
    myVotes: new Set(snapshot.myVotes),
    qa: snapshot.qa,
    polls: new Map(snapshot.polls.map((poll) => [poll.id, poll])),
    myPolls: votesOf(snapshot.myPolls),
  };
}

function full(state: RoomState, snapshot: SessionSnapshot): Partial<RoomState> {
  const { seq, questions, moreQuestions } = snapshot;
  return {
    seq,
    questions: mergeQuestions(new Map(), questions),
    moreQuestions,
    chat: fullChat(state, snapshot),
  };
}

function fullChat(state: RoomState, { chat, me }: SessionSnapshot): ChatState {
  const { messages, more, waiting, settings, lastSentAt } = chat;
  const of = (channel: ChatChannel) => ({
    ...mergeChannel(
      emptyChannel,
      messages.filter((message) => message.channel === channel),
    ),
    more: more.includes(channel),
  });
  const channels = { everyone: of('everyone'), moderators: of('moderators'), staff: of('staff') };
  const last = (channel: ChatChannel): string => channels[channel].list.at(-1)?.place ?? '';
  // What was said before somebody came is history, not news.
  const first = state.me === null;
  return {
    ...mergeMessages({ ...state.chat, channels, waiting: [] }, waiting.messages, me.id),
    moreWaiting: waiting.more,
    mine: new Map(chat.mine.map(({ messageId, emoji }) => [messageId, emoji])),
    settings,
    lastSentAt,
    seen: first
      ? { everyone: last('everyone'), moderators: last('moderators'), staff: last('staff') }
      : state.chat.seen,
  };
}

function deltaChat(state: RoomState, { chat, me }: SessionSnapshot): ChatState {
  const { messages, reacted, waiting, settings, lastSentAt } = chat;
  const mine = new Map(state.chat.mine);
  for (const { messageId } of reacted) mine.delete(messageId);
  for (const { messageId, emoji } of chat.mine) mine.set(messageId, emoji);
  const merged = mergeMessages({ ...state.chat, waiting: [] }, [...waiting.messages, ...messages], me.id);
  return { ...applyReactions(merged, reacted), moreWaiting: waiting.more, mine, settings, lastSentAt };
}

function delta(state: RoomState, snapshot: SessionSnapshot): Partial<RoomState> {
  return {
    seq: Math.max(snapshot.seq, state.seq),
    questions: mergeQuestions(state.questions, snapshot.questions),
    chat: deltaChat(state, snapshot),
  };
}
