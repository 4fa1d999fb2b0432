import type { Participant } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { notFound } from '@lectern/kernel';
import { Broadcaster, type Connection, rooms } from '@lectern/realtime';
import { mayWebinar, ParticipantRepository, type ParticipantRow, toAttendance } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { groupsOf } from './groups';
import type { LiveRoom } from './live-room';
import { LiveRooms } from './live-rooms';
import { RoomTeller } from './room-teller';
import { toParticipant } from './to-participant';

export type ParticipantPatch = Partial<
  Pick<ParticipantRow, 'displayName' | 'muted' | 'role' | 'handRaisedAt' | 'stage' | 'appointed'>
>;

/** Says what changes, or throws; runs inside the transaction, with the row locked. */
export type Decide = (row: ParticipantRow, tx: Transaction) => ParticipantPatch | Promise<ParticipantPatch>;

/** The one way to change a person in a room: first the database, then the connections and tracks, then the news. */
@Injectable()
export class ParticipantWriter {
  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly participants: ParticipantRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly broadcaster: Broadcaster,
    private readonly teller: RoomTeller,
  ) {}

  /** @throws DomainError NOT_FOUND when there is no such person in this webinar, and what `decide` throws */
  async change(webinarId: string, id: string, decide: Decide): Promise<Participant> {
    const row = await this.unitOfWork.run(async (tx) => {
      const before = await this.participants.lockById(tx, id);
      if (!before || before.webinarId !== webinarId) throw notFound('This person');
      const patch = await decide(before, tx);
      if (Object.keys(patch).length > 0) await this.participants.update(tx, id, patch);
      return { ...before, ...patch };
    });
    const room = this.liveRooms.get(webinarId);
    const connections = room?.connectionsOf(id) ?? [];
    for (const connection of connections) await this.apply(connection, row, room);
    room?.withdrawTracks(id);
    if (!mayWebinar(row.role, 'room:green')) room?.closeBackstage(id);
    const participant = toParticipant(toAttendance(row), connections.length > 0);
    this.tell(room, webinarId, participant);
    room?.emit('person-changed', participant);
    return participant;
  }

  /** From here on the server knows this connection by its new rights. */
  private async apply(connection: Connection, row: ParticipantRow, room: LiveRoom | undefined): Promise<void> {
    const before = groupsOf(connection.attendance);
    connection.attendance = toAttendance(row);
    room?.touched(connection);
    const now = groupsOf(connection.attendance);
    const left = before.filter((group) => !now.includes(group));
    const entered = now.filter((group) => !before.includes(group));
    if (left.length > 0) await connection.leave(...left);
    if (entered.length > 0) await connection.enter(...entered);
  }

  private tell(room: LiveRoom | undefined, webinarId: string, participant: Participant): void {
    const own = rooms.participant(participant.id);
    this.broadcaster.to(own, 'participant:changed', participant);
    this.broadcaster.to(rooms.staff(webinarId), 'participant:changed', participant, [own]);
    if (room) this.teller.personChanged(room);
  }
}
