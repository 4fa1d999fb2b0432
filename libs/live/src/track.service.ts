import type { EventOutput, EventPayload, MediaSource, ServerPayload, StoppableSource } from '@lectern/contracts';
import { type Attendance, forbidden, notFound, wrongState } from '@lectern/kernel';
import type { Connection } from '@lectern/realtime';
import { ParticipantRepository, type ParticipantRow } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { mayControl, mayModerate, mayRequest, voices } from './live.policy';
import type { LiveRoom, SentTrack } from './live-room';
import { LiveRooms } from './live-rooms';
import { RoomControlsService } from './room-controls.service';

type Fits = (attendance: Attendance) => boolean;
type Stopped = ServerPayload<'track:stopped'>;

/** What people send, stopped by those who keep order or by what follows from it. Nothing is ever turned on for anybody. */
@Injectable()
export class TrackService {
  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly participants: ParticipantRepository,
    private readonly controls: RoomControlsService,
  ) {}

  /** Pauses the open voices that fit, and tells their owners. @returns how many people's */
  async silence(webinarId: string, fits: Fits, sources: readonly MediaSource[] = voices): Promise<number> {
    const room = this.liveRooms.get(webinarId);
    if (!room) return 0;
    return this.pause(
      room,
      sources.flatMap((source) => room.sent(source, fits)),
      { source: 'microphone' },
    );
  }

  /**
   * Nobody speaks from two pages or devices at once: all others would hear it twice, and each of the two the other. The
   * one that was turned on last is heard.
   */
  async speakFrom({ id, attendance: { webinarId, participantId } }: Connection): Promise<void> {
    const room = this.liveRooms.get(webinarId);
    if (!room) return;
    const sent = voices.flatMap((source) => room.sent(source, (other) => other.participantId === participantId));
    const elsewhere = sent.filter(({ connection }) => connection.id !== id);
    await this.pause(room, elsewhere, { source: 'microphone', why: 'elsewhere' });
  }

  /** Pauses what is open of this, and tells its senders. @returns how many people's */
  async pause(room: LiveRoom, sent: SentTrack[], told: Stopped): Promise<number> {
    const open = sent.filter(({ info }) => !info.paused);
    for (const { connection, info } of open) {
      await room.peerOf(connection).pauseProducer(info);
      connection.emit('track:stopped', told);
    }
    return new Set(open.map(({ info }) => info.participantId)).size;
  }

  /** All who stand below the actor, but interpreters. First the lock, so that nobody slips through. */
  async muteAll(who: Attendance, { lock }: EventPayload<'stage:mute-all'>): Promise<EventOutput<'stage:mute-all'>> {
    if (!mayControl(who.role)) throw forbidden('Only moderators and hosts mute others.');
    if (lock) await this.controls.configure(who, { microphoneLock: lock });
    const muted = await this.silence(
      who.webinarId,
      ({ role, participantId }) => participantId !== who.participantId && mayModerate(who.role, role),
      ['microphone'],
    );
    return { muted };
  }

  /** The person may turn it on again, unless microphones are locked. */
  async stop(
    who: Attendance,
    { participantId, source }: EventPayload<'track:stop'>,
  ): Promise<EventOutput<'track:stop'>> {
    const { target, room } = await this.find(who, participantId);
    if (!mayModerate(who.role, target.role)) throw forbidden();
    const fits: Fits = (attendance) => attendance.participantId === participantId;
    if (source === 'microphone') await this.silence(who.webinarId, fits);
    else close(room, source, fits);
    return {};
  }

  /** A question to the person; whoever is asked may turn the microphone on though microphones are locked. */
  async request(
    who: Attendance,
    { participantId, source }: EventPayload<'track:request'>,
  ): Promise<EventOutput<'track:request'>> {
    const { target, room } = await this.find(who, participantId);
    if (!mayControl(who.role)) throw forbidden();
    if (!mayRequest(who.role, target, source)) throw wrongState('This person is not on the stage.');
    if (target.muted) throw wrongState('This person is muted: lift that first.');
    const connections = room.connectionsOf(participantId);
    if (connections.length === 0) throw wrongState('This person is not here now.');
    if (source === 'microphone') room.letSpeak(participantId);
    for (const connection of connections) connection.emit('track:requested', { source, by: who.displayName });
    return {};
  }

  private async find(who: Attendance, participantId: string): Promise<{ target: ParticipantRow; room: LiveRoom }> {
    const target = await this.participants.byId(participantId);
    const room = this.liveRooms.get(who.webinarId);
    if (!room || !target || target.webinarId !== who.webinarId) throw notFound('This person');
    return { target, room };
  }
}

function close(room: LiveRoom, source: Exclude<StoppableSource, 'microphone'>, fits: Fits): void {
  const all = source === 'screen' ? (['screen', 'screen-audio'] as const) : ([source] as const);
  for (const one of all)
    for (const { connection, info } of room.sent(one, fits)) {
      room.peerOf(connection).closeProducer(info);
      if (one === source) connection.emit('track:stopped', { source });
    }
}
