import {
  defaultRoomControls,
  type HandQueue,
  type MediaSource,
  type Participant,
  type ProducerInfo,
  type RoomControls,
  type RtpCapabilities,
  type StagePeer,
  type VideoCodec,
  type WebinarStatus,
} from '@lectern/contracts';
import { type Attendance, DomainError, notFound } from '@lectern/kernel';
import type { Logger } from '@lectern/observability';
import type { Connection } from '@lectern/realtime';
import { FlowGate, type Peer, type Room, type WorkerPool } from '@lectern/sfu';
import { rankOf } from '@lectern/webinars';
import { EventEmitter } from 'node:events';
import { HeadCount } from './head-count';
import { HANDS_PAGE, raisedHands } from './hands';
import { isOnStage, mayProduce, mayUnmute } from './live.policy';
import { toParticipant } from './to-participant';

export interface LiveRoomEvents {
  'producer-opened': [ProducerInfo];
  'producer-changed': [ProducerInfo];
  'producer-closed': [ProducerInfo];
  'speaker-changed': [peerId: string | null];
  'codec-changed': [VideoCodec];
  /** There were no media when people came, and now there are: everyone begins anew. */
  'media-reset': [];
  /** It is live: the audience hears and sees from now on. */
  'doors-opened': [];
  joined: [Connection];
  left: [Connection];
  /** Muted, named, appointed, invited: what it is now. */
  'person-changed': [Participant];
  configured: [RoomControls];
  closed: [];
}

/** What somebody sends, and by which connection. */
export interface SentTrack {
  connection: Connection;
  info: ProducerInfo;
}

const RETRY_MEDIA = 1_000;

/**
 * One webinar while people are in it: their connections, and the media room.
 * Closing it closes, in this order, the media room (and so every transport), then its list of connections.
 */
export class LiveRoom extends EventEmitter<LiveRoomEvents> {
  private readonly connections = new Map<string, Connection>();
  /** Everybody who has been in since the room was opened, by participant. */
  private readonly known = new Set<string>();
  /** Who was asked to speak though microphones are locked. */
  private readonly asked = new Set<string>();
  controls: RoomControls = defaultRoomControls;
  /** What a track waits for before anybody hears or sees it. */
  readonly gate = new FlowGate();
  private readonly people = new HeadCount();
  private stageNow?: StagePeer[];
  private media?: Room;
  private opening?: Promise<void>;
  private retry?: NodeJS.Timeout;
  closed = false;

  constructor(
    readonly webinarId: string,
    readonly title: string,
    public status: WebinarStatus,
    private readonly pool: WorkerPool,
    private readonly logger: Logger,
  ) {
    super();
    // One recording and one gateway listen; more would be a leak.
    this.setMaxListeners(6);
  }

  /** Opens the media room where there is none. Without media workers the room works on, for text. */
  async openMedia(): Promise<void> {
    if (this.media || this.closed || this.status === 'ended') return;
    this.opening ??= this.open().finally(() => (this.opening = undefined));
    await this.opening;
  }

  private async open(): Promise<void> {
    try {
      const media = await this.pool.createRoom({ id: this.webinarId, gate: this.gate });
      if (this.closed) return media.close();
      this.media = media;
      this.forward(media);
    } catch (error) {
      this.logger.error({ err: error, webinarId: this.webinarId }, 'no media room can be opened');
      if (!this.closed) this.retry = setTimeout(() => void this.openAgain(), RETRY_MEDIA);
    }
  }

  private forward(media: Room): void {
    media.on('producer-opened', (info) => this.emit('producer-opened', info));
    media.on('producer-changed', (info) => this.emit('producer-changed', info));
    media.on('producer-closed', (info) => this.emit('producer-closed', info));
    media.on('speaker-changed', (peerId) => this.emit('speaker-changed', peerId));
    media.on('codec-changed', (codec) => this.emit('codec-changed', codec));
    media.on('layers-wanted', ({ peerId, ...wanted }) => this.connections.get(peerId)?.emit('producer:layers', wanted));
  }

  private async openAgain(): Promise<void> {
    await this.openMedia();
    if (this.media) this.emit('media-reset');
  }

  get rtpCapabilities(): RtpCapabilities | null {
    return this.media?.rtpCapabilities ?? null;
  }

  /** In which codec cameras are to be sent. */
  get videoCodec(): VideoCodec {
    return this.media?.videoCodec ?? this.pool.videoCodec;
  }

  get producers(): ProducerInfo[] {
    return this.media?.producers ?? [];
  }

  get speaker(): string | null {
    return this.media?.speaker ?? null;
  }

  /** The media room itself, for taps. @throws DomainError MEDIA_UNAVAILABLE */
  get mediaRoom(): Room {
    if (!this.media)
      throw new DomainError(
        'MEDIA_UNAVAILABLE',
        'Sound and picture are not available now; they come back by themselves.',
      );
    return this.media;
  }

  /** The connection's media side, made when it is first needed. @throws DomainError MEDIA_UNAVAILABLE */
  peerOf(connection: Connection): Peer {
    const media = this.mediaRoom;
    const known = media.peer(connection.id);
    if (known) return known;
    if (!this.connections.has(connection.id)) throw notFound('This connection');
    const peer = media.addPeer({ peerId: connection.id, participantId: connection.attendance.participantId });
    peer.on('consumer-closed', (gone) => connection.emit('consumer:closed', gone));
    peer.on('lost', () => connection.emit('media:reset', {}));
    return peer;
  }

  add(connection: Connection): void {
    this.touched(connection);
    if (this.connections.has(connection.id)) return;
    this.connections.set(connection.id, connection);
    this.known.add(connection.attendance.participantId);
    this.people.add(connection.attendance.participantId);
    this.emit('joined', connection);
  }

  remove(connection: Connection): void {
    if (!this.connections.delete(connection.id)) return;
    this.people.remove(connection.attendance.participantId);
    this.touched(connection);
    this.media?.peer(connection.id)?.close();
    this.emit('left', connection);
  }

  connection(peerId: string): Connection | undefined {
    return this.connections.get(peerId);
  }

  /** All the connections of one person: a second tab, a phone beside the laptop. */
  connectionsOf(participantId: string): Connection[] {
    return [...this.connections.values()].filter(({ attendance }) => attendance.participantId === participantId);
  }

  get size(): number {
    return this.connections.size;
  }

  get knownIds(): string[] {
    return [...this.known];
  }

  isKnown(participantId: string): boolean {
    return this.known.has(participantId);
  }

  /** Takes over what was set; with another lock of microphones, leave that was given before is over. */
  configure(controls: RoomControls): void {
    if (controls.microphoneLock !== this.controls.microphoneLock) this.asked.clear();
    this.controls = controls;
    this.emit('configured', controls);
  }

  letSpeak(participantId: string): void {
    this.asked.add(participantId);
  }

  maySpeak({ muted, role, participantId }: Attendance): boolean {
    return !muted && (mayUnmute(role, this.controls.microphoneLock) || this.asked.has(participantId));
  }

  /** Whether what somebody sends from this source has to be silent. Interpreters speak for others: no lock is meant for them. */
  keepsSilent(attendance: Attendance, source: MediaSource): boolean {
    return source === 'microphone' ? !this.maySpeak(attendance) : source === 'interpretation' && attendance.muted;
  }

  /** What the connections that fit send from this source now. */
  sent(source: MediaSource, fits: (attendance: Attendance) => boolean): SentTrack[] {
    return this.producers.flatMap((info) => {
      const connection = info.source === source ? this.connections.get(info.peerId) : undefined;
      return connection && fits(connection.attendance) ? [{ connection, info }] : [];
    });
  }

  /** How many people (not connections) are here. */
  get present(): number {
    return this.people.size;
  }

  /** Kept until it changes: every joiner asks for it, and looks through thousands for a few. */
  get stage(): StagePeer[] {
    this.stageNow ??= [...this.connections.values()]
      .filter(({ attendance }) => isOnStage(attendance))
      .map(({ id, attendance: { participantId, displayName, role } }) => ({
        peerId: id,
        participantId,
        displayName,
        role,
      }));
    return this.stageNow;
  }

  /** To be called when a connection here has other rights, or its person another name. */
  touched({ id, attendance }: Connection): void {
    if (isOnStage(attendance) || this.stageNow?.some(({ peerId }) => peerId === id)) this.stageNow = undefined;
  }

  /** Who is here, each once; staff first, then by name. */
  participants(): Participant[] {
    const people = new Map<string, Participant>();
    for (const { attendance } of this.connections.values()) {
      people.set(attendance.participantId, toParticipant(attendance));
    }
    return [...people.values()].sort(
      (a, b) => rankOf(a.role) - rankOf(b.role) || a.displayName.localeCompare(b.displayName),
    );
  }

  /** Raised hands of those who are here, first come first. */
  get hands(): Participant[] {
    return raisedHands([...this.connections.values()].map(({ attendance }) => attendance));
  }

  get handQueue(): HandQueue {
    const { hands } = this;
    return { count: hands.length, first: hands.slice(0, HANDS_PAGE) };
  }

  /** Closes what this person sends and may not send any more. */
  withdrawTracks(participantId: string): void {
    for (const { producerId, peerId, source, participantId: sender } of this.producers) {
      const connection = sender === participantId ? this.connections.get(peerId) : undefined;
      if (connection && !mayProduce(connection.attendance, source))
        this.peerOf(connection).closeProducer({ producerId });
    }
  }

  /** Before the doors are open: this person hears and sees the green room no more. */
  closeBackstage(participantId: string): void {
    if (this.status === 'live') return;
    for (const { id } of this.connectionsOf(participantId)) this.media?.peer(id)?.close();
  }

  /** Ends sound and picture; people stay connected, and read and write on. */
  closeMedia(): void {
    clearTimeout(this.retry);
    const media = this.media;
    this.media = undefined;
    media?.close();
  }

  close(): void {
    if (this.closed) return;
    this.closed = true;
    this.closeMedia();
    this.connections.clear();
    this.people.clear();
    this.stageNow = undefined;
    this.emit('closed');
    this.removeAllListeners();
  }
}
