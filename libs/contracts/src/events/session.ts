import { z } from 'zod';
import { Id, Instant, line, Sequence } from '../primitives';
import { Recording } from '../rest/recordings';
import { Webinar } from '../rest/webinars';
import { AppointedRole } from '../roles';
import { ChatSnapshot } from './chat';
import { controlClientEvents, controlServerEvents, RoomControls } from './controls';
import { MediaOffer, ProducerInfo, RtpCapabilities, VideoCodec } from './media';
import { HandQueue, Participant, StagePeer } from './people';
import { Poll, PollVote } from './polls';
import { practiceClientEvents, practiceServerEvents, PracticeNotice } from './practice';
import { Presentation } from './presentation';
import { Question } from './qa';
import { QaSettings } from './qa-settings';
import { RecordingStanding, RecordingTerms } from '../rest/recording-terms';
import { recordingTermsClientEvents, recordingTermsServerEvents } from './recording-terms';
import { rpc } from './rpc';
import { SocketTicket } from '../socket-ticket';
import { stageClientEvents, stageServerEvents } from './stage';

export * from './controls';
export * from './people';
export * from './practice';

/** What everyone sees of a running recording. */
const noticed = {
  id: true,
  status: true,
  startedAt: true,
  stoppedAt: true,
  stopCause: true,
  pausedAt: true,
  pausedMs: true,
} as const;
export const RecordingNotice = Recording.pick(noticed).meta({
  id: 'RecordingNotice',
});
export type RecordingNotice = z.infer<typeof RecordingNotice>;

/** All that a joiner needs, bounded whatever the room's size. */
export const SessionSnapshot = z
  .object({
    peerId: z.string(),
    /** For the next connection; renewed by `session:ticket`. */
    ticket: SocketTicket,
    me: Participant,
    webinar: Webinar,
    /** Server's clock, for countdowns. */
    now: Instant,
    present: z.number().int(),
    stage: z.array(StagePeer),
    /** Empty for those who do not moderate. */
    hands: HandQueue,
    controls: RoomControls,
    producers: z.array(ProducerInfo),
    activeSpeaker: z.string().nullable(),
    recording: RecordingNotice.nullable(),
    recordingTerms: RecordingTerms,
    /** The joiner's own. */
    recordingStanding: RecordingStanding,
    /** Told in the green room alone. */
    practice: PracticeNotice.nullable(),
    /** The slides or the video shown to all; to those who may see the room now. */
    presentation: Presentation,
    /** RTP capabilities of the router (mediasoup), for the device's `load`. Null when no media can be had now. */
    routerRtpCapabilities: z.record(z.string(), z.unknown()).nullable(),
    /** In which codec cameras are to be sent, by browsers that can. */
    videoCodec: VideoCodec,
    /** When the joiner said what its device can decode, and may hear the room now. */
    receive: MediaOffer.nullable(),
    /** `full`: the lists below replace the client's; `delta`: they hold what changed since the client's `since`. */
    resume: z.enum(['full', 'delta']),
    seq: Sequence,
    questions: z.array(Question),
    /** There are others, to be had by `question:list`. */
    moreQuestions: z.boolean(),
    qa: QaSettings,
    myVotes: z.array(Id),
    chat: ChatSnapshot,
    /** All that the joiner may see, also after a resume; of the closed ones an audience gets the latest. */
    polls: z.array(Poll),
    /** The joiner's own votes in these polls. */
    myPolls: z.array(PollVote),
  })
  .meta({ id: 'SessionSnapshot' });
export type SessionSnapshot = z.infer<typeof SessionSnapshot>;

const none = z.object({});
const ParticipantId = z.object({ participantId: Id });
const moderation = { count: 60, seconds: 10 };

export const sessionClientEvents = {
  ...stageClientEvents,
  ...controlClientEvents,
  ...practiceClientEvents,
  ...recordingTermsClientEvents,
  'session:join': rpc({
    summary:
      'Enter, or come back: `since` asks for what was missed after that sequence number; with `rtpCapabilities` (what the device can decode) the answer opens the way for sound and picture too.',
    input: z.object({ since: Sequence.optional(), rtpCapabilities: RtpCapabilities.optional() }),
    output: SessionSnapshot,
    limit: { count: 10, seconds: 10 },
  }),
  'session:ticket': rpc({
    summary: 'The next ticket to come back with, before that of `session:join` is too old.',
    input: none,
    output: SocketTicket,
    limit: { count: 5, seconds: 60 },
  }),
  'webinar:start': rpc({ summary: 'Go live (host, co-host).', input: none, output: Webinar, limit: moderation }),
  'webinar:end': rpc({
    summary: 'End for all (host, co-host); a running recording is stopped.',
    input: none,
    output: Webinar,
    limit: moderation,
  }),
  'participant:list': rpc({
    summary: 'Who is here, staff first, then by name.',
    input: z.object({
      search: z.string().max(80).optional(),
      cursor: z
        .string()
        .regex(/^\d{1,6}$/, 'Not a cursor of this list.')
        .optional(),
    }),
    output: z.object({ participants: z.array(Participant), nextCursor: z.string().nullable() }),
    limit: moderation,
  }),
  'participant:rename': rpc({
    summary: "Change one's own shown name.",
    input: z.object({ displayName: line(80) }),
    output: Participant,
    limit: { count: 5, seconds: 60 },
  }),
  'participant:mute': rpc({
    summary: 'Mute a person (microphone, chat and questions), or lift it (moderators).',
    input: ParticipantId.extend({ muted: z.boolean() }),
    output: Participant,
    limit: moderation,
  }),
  'participant:role': rpc({
    summary: 'Change what a person is, at once (hosts; co-hosts where both roles are below their own).',
    input: ParticipantId.extend({ role: AppointedRole }),
    output: Participant,
    limit: moderation,
  }),
  'recording:start': rpc({
    summary: 'Start the recording; everyone is told (host, co-host).',
    input: none,
    output: RecordingNotice,
    limit: moderation,
  }),
  'recording:stop': rpc({
    summary: 'Stop the recording; it is queued for processing.',
    input: none,
    output: RecordingNotice,
    limit: moderation,
  }),
  'recording:pause': rpc({
    summary: 'Pause the recording: nothing is captured, and the result goes on without a gap (host, co-host).',
    input: none,
    output: RecordingNotice,
    limit: moderation,
  }),
  'recording:resume': rpc({
    summary: 'Go on recording after a pause (host, co-host).',
    input: none,
    output: RecordingNotice,
    limit: moderation,
  }),
} as const;

export const sessionServerEvents = {
  ...stageServerEvents,
  ...controlServerEvents,
  ...practiceServerEvents,
  ...recordingTermsServerEvents,
  'webinar:changed': Webinar,
  'recording:changed': RecordingNotice,
  /** Coalesced: at most 4 a second, however many come and go. */
  'presence:changed': z.object({ present: z.number().int(), stage: z.array(StagePeer) }),
  /** To staff, and to the person concerned. */
  'participant:changed': Participant,
  /** This client was too slow and has missed events: it asks for them with `session:join` and `since`. */
  'session:resync': none,
  /** The server will close this connection; `reason` says why: `removed` for good, `dismissed` for now. */
  'session:closed': z.object({ reason: z.enum(['removed', 'dismissed', 'ended', 'shutdown']) }),
} as const;
