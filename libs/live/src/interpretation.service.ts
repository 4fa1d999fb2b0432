import { type EventOutput, HAND_OVER_SECONDS } from '@lectern/contracts';
import { Clock, forbidden, wrongState } from '@lectern/kernel';
import type { Connection } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import type { LiveRoom } from './live-room';
import { LiveRooms } from './live-rooms';
import { TrackService } from './track.service';

/** Who would hand a channel over, and until when (epoch ms). */
interface Offer {
  peerId: string;
  until: number;
}

/** What interpreters ask of others. Offers live with the room: at most one for each language. */
@Injectable()
export class InterpretationService {
  private readonly offers = new WeakMap<LiveRoom, Map<string, Offer>>();

  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly tracks: TrackService,
    private readonly clock: Clock,
  ) {}

  /** Tells all on the stage who do not interpret themselves. */
  slowDown(connection: Connection): void {
    const room = this.roomOf(connection);
    for (const { peerId, role } of room?.stage ?? [])
      if (role !== 'interpreter') room!.connection(peerId)?.emit('interpretation:slow-down', {});
  }

  /**
   * Asks all other interpreters; which of them interpret into this language, their pages know, as who has not been on air
   * yet sends nothing. @throws DomainError WRONG_STATE for who is not on air, or the only interpreter
   */
  handOver(connection: Connection): EventOutput<'interpretation:hand-over'> {
    const room = this.roomOf(connection);
    const own = room?.producers.find((info) => info.peerId === connection.id && info.source === 'interpretation');
    if (!own?.language || own.paused) throw wrongState('You are not on air.');
    const { language, participantId, peerId } = own;
    const others = room!.stage.filter((peer) => peer.role === 'interpreter' && peer.participantId !== participantId);
    if (others.length === 0) throw wrongState('No other interpreter is here.');
    this.offersOf(room!).set(language, { peerId, until: this.clock.now() + HAND_OVER_SECONDS * 1_000 });
    const offered = { peerId, by: connection.attendance.displayName, language };
    for (const other of others) room!.connection(other.peerId)?.emit('interpretation:offered', offered);
    return { asked: new Set(others.map((other) => other.participantId)).size };
  }

  /** This interpreter is on air now: who has offered the channel to others is not any more. */
  async takeOver(connection: Connection, language: string): Promise<void> {
    const room = this.roomOf(connection);
    const offer = room && this.offersOf(room).get(language);
    if (!offer || offer.peerId === connection.id) return;
    this.offersOf(room).delete(language);
    if (this.clock.now() > offer.until) return;
    const sent = room.sent('interpretation', () => true);
    const offered = sent.filter(({ info }) => info.peerId === offer.peerId && info.language === language);
    await this.tracks.pause(room, offered, { source: 'microphone', why: 'taken-over' });
  }

  private roomOf({ attendance: { role, webinarId } }: Connection): LiveRoom | undefined {
    if (role !== 'interpreter') throw forbidden('Only interpreters do this.');
    return this.liveRooms.get(webinarId);
  }

  private offersOf(room: LiveRoom): Map<string, Offer> {
    const known = this.offers.get(room) ?? new Map<string, Offer>();
    this.offers.set(room, known);
    return known;
  }
}
