import {
  type ChatSnapshot,
  defaultChatSettings,
  defaultQaSettings,
  defaultRecordingSettings,
  type SocketTicket,
  type SessionSnapshot,
  standardConsentVersion,
} from '@lectern/contracts';
import { Clock } from '@lectern/kernel';
import { type Connection, SnapshotParts } from '@lectern/realtime';
import {
  isStaff,
  lockedRoom,
  ParticipantRepository,
  removed,
  TicketService,
  toAttendance,
  toWebinar,
  WebinarRepository,
} from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import type { LiveRoom } from './live-room';
import { groupsOf } from './groups';
import { mayEnter, mayReceive } from './live.policy';
import { LiveRooms } from './live-rooms';
import { toParticipant } from './to-participant';

/** Of more changes than this a returning client gets the whole picture: it is smaller. */
const MOST_MISSED = 500;

const noChat: ChatSnapshot = {
  settings: defaultChatSettings,
  messages: [],
  more: [],
  waiting: { messages: [], more: false },
  reacted: [],
  mine: [],
  lastSentAt: null,
};

/** Entering a room. */
@Injectable()
export class SessionService {
  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly webinars: WebinarRepository,
    private readonly participants: ParticipantRepository,
    private readonly parts: SnapshotParts,
    private readonly tickets: TicketService,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a connection in, which may have been in up to `since`.
   * @throws DomainError FORBIDDEN for who was removed, LOCKED while nobody new is let in; CONSENT_REQUIRED
   */
  async enter(connection: Connection, since: number | undefined): Promise<LiveRoom> {
    const participant = await this.participants.byId(connection.attendance.participantId);
    if (!participant || participant.removedAt) throw removed();
    connection.attendance = toAttendance(participant);
    const room = await this.liveRooms.open(participant.webinarId);
    const known = participant.admitted || room.isKnown(participant.id);
    if (!mayEnter({ role: participant.role, known }, room.controls)) throw lockedRoom();
    const returning = connection.joined || (since !== undefined && room.isKnown(participant.id));
    const { id: participantId, webinarId } = participant;
    await this.liveRooms.runBeforeEntry({ webinarId, participantId, returning });
    // First the groups, then the picture: what changes in between comes as an event, and is told by its number.
    await connection.enter(...groupsOf(connection.attendance));
    connection.joined = true;
    room.add(connection);
    return room;
  }

  /** To come back with after a lost line. */
  ticket({ attendance, sessionId }: Connection): SocketTicket {
    return this.tickets.forReturn(attendance, sessionId);
  }

  /** The picture of the room for who is in, or what they missed after `since`. */
  async snapshot(connection: Connection, room: LiveRoom, since: number | undefined): Promise<SessionSnapshot> {
    const { attendance, id: peerId } = connection;
    const webinar = await this.webinars.get(attendance.webinarId);
    const known = since !== undefined && since <= webinar.seq && webinar.seq - since <= MOST_MISSED ? since : undefined;
    const seesMedia = mayReceive(attendance.role, webinar.status);
    return {
      peerId,
      ticket: this.ticket(connection),
      me: toParticipant(attendance),
      webinar: toWebinar(webinar),
      now: this.clock.instant(),
      present: room.present,
      stage: room.stage,
      hands: isStaff(attendance.role) ? room.handQueue : { count: 0, first: [] },
      controls: room.controls,
      producers: seesMedia ? room.producers : [],
      activeSpeaker: seesMedia ? room.speaker : null,
      recording: null,
      recordingTerms: { ...defaultRecordingSettings, version: standardConsentVersion },
      recordingStanding: { consented: false, leftOut: false },
      practice: null,
      presentation: { seq: 0, shown: null },
      routerRtpCapabilities: room.rtpCapabilities,
      videoCodec: room.videoCodec,
      receive: null,
      resume: known === undefined ? 'full' : 'delta',
      seq: webinar.seq,
      questions: [],
      moreQuestions: false,
      qa: defaultQaSettings,
      myVotes: [],
      chat: noChat,
      polls: [],
      myPolls: [],
      ...(await this.parts.collect(attendance, known, webinar.seq)),
    };
  }
}
