import type { RoomControls, RoomControlsChange } from '@lectern/contracts';
import { type Transaction, UnitOfWork } from '@lectern/database';
import { type Attendance, forbidden, notFound } from '@lectern/kernel';
import { Broadcaster, rooms } from '@lectern/realtime';
import { ParticipantRepository, RoomControlsRepository, WebinarRepository } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { mayControl } from './live.policy';
import { LiveRooms } from './live-rooms';

/** Locks and the spotlight of a room. */
@Injectable()
export class RoomControlsService {
  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly controls: RoomControlsRepository,
    private readonly people: ParticipantRepository,
    private readonly webinars: WebinarRepository,
    private readonly broadcaster: Broadcaster,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async configure(who: Attendance, change: RoomControlsChange): Promise<RoomControls> {
    if (!mayControl(who.role)) throw forbidden('Only moderators and hosts set this.');
    return this.unitOfWork.run((tx) => this.apply(tx, who.webinarId, change));
  }

  private async apply(tx: Transaction, webinarId: string, change: RoomControlsChange): Promise<RoomControls> {
    await this.webinars.lock(tx, webinarId);
    const before = await this.controls.of(webinarId, tx.manager);
    if (change.spotlight) {
      const person = await this.people.byId(change.spotlight, tx.manager);
      if (!person || person.webinarId !== webinarId) throw notFound('This person');
    }
    const controls = { ...before, ...change };
    await this.controls.save(tx, webinarId, controls);
    // Who is in now may come back also after the server was started anew.
    if (controls.locked) await this.people.admit(tx, this.liveRooms.get(webinarId)?.knownIds ?? []);
    tx.afterCommit(() => {
      this.liveRooms.get(webinarId)?.configure(controls);
      this.broadcaster.to(rooms.webinar(webinarId), 'room:configured', controls);
    });
    return controls;
  }
}
