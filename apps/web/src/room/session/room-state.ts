import type {
  AskableSource,
  ChatChannel,
  ChatSettings,
  HandQueue,
  Message,
  MessageEmoji,
  Participant,
  PracticeNotice,
  Poll,
  Presentation,
  ProducerInfo,
  QaSettings,
  Question,
  ReactionCounts,
  RecordingNotice,
  RecordingStanding,
  RecordingTerms,
  RoomControls,
  ServerPayload,
  StagePeer,
  VideoCodec,
  Webinar,
} from '@lectern/contracts';
import type { ShownCaption } from '../captions/caption-lines';
import type { CallError } from './call-error';
import type { OutboxEntry } from './outbox';

/**
 * - `connecting`: the first time. `waiting`: the socket stands, the person has not entered yet.
 * - `joined`: in. `reconnecting`: was in, and comes back by itself.
 * - `refused`, `removed`, `ended`: over. `dismissed`: put out for now.
 */
export type LinkStatus =
  'connecting' | 'waiting' | 'joined' | 'reconnecting' | 'refused' | 'removed' | 'dismissed' | 'ended';

export interface LinkState {
  status: LinkStatus;
  /** When it began to reconnect (this device's clock, ms). */
  downSince: number | null;
  error: CallError | null;
}

export interface ChannelState {
  /** Oldest first. */
  list: readonly Message[];
  /** The server has older ones. */
  more: boolean;
  /** How many are kept; grows as the reader pages back. */
  limit: number;
}

export interface TrackRequest {
  source: AskableSource;
  by: string;
}

export interface ChatState {
  channels: Readonly<Record<ChatChannel, ChannelState>>;
  /** What waits for a moderator, oldest first; empty for others than staff. */
  waiting: readonly Message[];
  /** The server has others that wait. */
  moreWaiting: boolean;
  /** Own reactions by message. */
  mine: ReadonlyMap<string, MessageEmoji>;
  settings: ChatSettings;
  /** When this person last wrote to everyone. */
  lastSentAt: string | null;
  /** The last place that was on view in each channel. */
  seen: Readonly<Record<ChatChannel, string>>;
}

/** What is known of the room. Slices keep their identity until they change, so a vote never redraws the stage. */
export interface RoomState {
  link: LinkState;
  peerId: string | null;
  me: Participant | null;
  webinar: Webinar | null;
  /** Server's clock minus this device's, in ms. */
  clockOffset: number;
  present: number;
  stage: readonly StagePeer[];
  /** Raised hands; empty for those who do not moderate. */
  hands: HandQueue;
  controls: RoomControls;
  /** A moderator has asked for the microphone though all are locked. */
  mayUnmute: boolean;
  /** What a moderator asks us to turn on. */
  request: TrackRequest | null;
  /** What was stopped last; a new object each time. */
  stopped: ServerPayload<'track:stopped'> | null;
  /** Interpreters cannot follow; a new object each time. */
  slowDown: ServerPayload<'interpretation:slow-down'> | null;
  /** The last offer of a colleague to take a channel over. */
  offered: ServerPayload<'interpretation:offered'> | null;
  producers: readonly ProducerInfo[];
  speaker: string | null;
  recording: RecordingNotice | null;
  /** Null until the first join. */
  recordingTerms: RecordingTerms | null;
  /** This person's own. */
  recordingStanding: RecordingStanding;
  /** The server lets nobody in who has not agreed to be recorded: that is to be asked. */
  consentAsked: boolean;
  practice: PracticeNotice | null;
  /** The slides or the video that everyone sees. */
  presentation: Presentation;
  routerRtpCapabilities: Record<string, unknown> | null;
  /** In which codec cameras are to be sent. */
  videoCodec: VideoCodec;
  /** Latest change seen. */
  seq: number;
  questions: ReadonlyMap<string, Question>;
  /** The server has others. */
  moreQuestions: boolean;
  qa: QaSettings;
  myVotes: ReadonlySet<string>;
  chat: ChatState;
  polls: ReadonlyMap<string, Poll>;
  /** Own votes by poll. */
  myPolls: ReadonlyMap<string, readonly string[]>;
  /** The last count of emojis over the stage; a new one each time. */
  reactions: ReactionCounts;
  /** What is being said, for those who read along. */
  captions: readonly ShownCaption[];
  /** Something was said that no caption tells; until the next one. */
  captionsMissed: boolean;
  outbox: readonly OutboxEntry[];
}

/** Until the server has told the room's own. */
const qa: QaSettings = {
  moderated: true,
  anonymous: true,
  anonymousToStaff: true,
  answerers: 'presenters',
  mostOpen: 10,
  upvoting: true,
};

export const emptyChannel: ChannelState = { list: [], more: false, limit: 500 };

const chat: ChatState = {
  channels: { everyone: emptyChannel, moderators: emptyChannel, staff: emptyChannel },
  waiting: [],
  moreWaiting: false,
  mine: new Map(),
  settings: { moderated: false, slowSeconds: 0, links: 'everyone', filtered: 'hold' },
  lastSentAt: null,
  seen: { everyone: '', moderators: '', staff: '' },
};

export const initialRoomState: RoomState = {
  link: { status: 'connecting', downSince: null, error: null },
  peerId: null,
  me: null,
  webinar: null,
  clockOffset: 0,
  present: 0,
  stage: [],
  hands: { count: 0, first: [] },
  controls: { locked: false, microphoneLock: 'none', spotlight: null },
  mayUnmute: false,
  request: null,
  stopped: null,
  slowDown: null,
  offered: null,
  producers: [],
  speaker: null,
  recording: null,
  recordingTerms: null,
  recordingStanding: { consented: false, leftOut: false },
  consentAsked: false,
  practice: null,
  presentation: { seq: 0, shown: null },
  routerRtpCapabilities: null,
  videoCodec: 'vp8',
  seq: 0,
  questions: new Map(),
  moreQuestions: false,
  qa,
  myVotes: new Set(),
  chat,
  polls: new Map(),
  myPolls: new Map(),
  reactions: [],
  captions: [],
  captionsMissed: false,
  outbox: [],
};
