import {
  type ChatSnapshot,
  defaultRecordingSettings,
  type Message,
  type Participant,
  type Poll,
  type ProducerInfo,
  type Question,
  type SessionSnapshot,
  type StagePeer,
  standardConsentVersion,
  type Webinar,
} from '@lectern/contracts';
import { initialRoomState } from '../session/room-state';

const at = '2026-11-22T10:00:00.000Z';

export const question = (over: Partial<Question> = {}): Question => ({
  id: 'q1',
  seq: 1,
  text: 'Why?',
  state: 'approved',
  author: null,
  anonymous: false,
  mine: false,
  votes: 0,
  askedAt: at,
  takenUpAt: null,
  pinnedAt: null,
  assignee: null,
  mergedInto: null,
  answers: [],
  ...over,
});

export const message = (over: Partial<Message> = {}): Message => ({
  id: 'm1',
  seq: 1,
  author: { participantId: 'p1', displayName: 'Ada', role: 'attendee' },
  text: 'Hello',
  sentAt: at,
  deleted: false,
  place: 'm1',
  channel: 'everyone',
  thread: null,
  state: 'visible',
  quote: null,
  reactions: [],
  ...over,
});

export const chat = (over: Partial<ChatSnapshot> = {}): ChatSnapshot => ({
  settings: initialRoomState.chat.settings,
  messages: [],
  more: [],
  waiting: { messages: [], more: false },
  reacted: [],
  mine: [],
  lastSentAt: null,
  ...over,
});

export const poll = (over: Partial<Poll> = {}): Poll => ({
  id: 'p1',
  seq: 1,
  kind: 'single',
  question: 'Shall we?',
  options: ['Yes', 'No'],
  correct: null,
  most: 1,
  anonymous: true,
  results: 'live',
  state: 'open',
  voters: 0,
  tally: [],
  openedAt: at,
  closedAt: null,
  ...over,
});

export const participant = (over: Partial<Participant> = {}): Participant => ({
  id: 'p1',
  displayName: 'Ada',
  role: 'attendee',
  muted: false,
  present: true,
  handRaisedAt: null,
  stage: 'none',
  ...over,
});

export const stagePeer = (over: Partial<StagePeer> = {}): StagePeer => ({
  peerId: 'peer1',
  participantId: 'p1',
  displayName: 'Ada',
  role: 'presenter',
  ...over,
});

export const producer = (over: Partial<ProducerInfo> = {}): ProducerInfo => ({
  producerId: 'pr1',
  peerId: 'peer1',
  participantId: 'p1',
  kind: 'video',
  source: 'camera',
  paused: false,
  ...over,
});

export const webinar = (over: Partial<Webinar> = {}): Webinar => ({
  id: 'w1',
  title: 'Gardens',
  description: '',
  languages: ['en'],
  startsAt: at,
  timeZone: 'UTC',
  durationMinutes: 60,
  agenda: [],
  status: 'live',
  startedAt: at,
  endedAt: null,
  createdAt: at,
  ...over,
});

export const snapshot = (over: Partial<SessionSnapshot> = {}): SessionSnapshot => ({
  peerId: 'me',
  ticket: { ticket: 'next', seconds: 300 },
  me: participant(),
  webinar: webinar(),
  now: at,
  present: 3,
  stage: [],
  hands: { count: 0, first: [] },
  controls: initialRoomState.controls,
  producers: [],
  activeSpeaker: null,
  recording: null,
  recordingTerms: { ...defaultRecordingSettings, version: standardConsentVersion },
  recordingStanding: { consented: false, leftOut: false },
  practice: null,
  presentation: { seq: 0, shown: null },
  routerRtpCapabilities: {},
  videoCodec: 'vp8',
  receive: null,
  resume: 'full',
  seq: 5,
  questions: [],
  moreQuestions: false,
  qa: initialRoomState.qa,
  myVotes: [],
  chat: chat(),
  polls: [],
  myPolls: [],
  ...over,
});
