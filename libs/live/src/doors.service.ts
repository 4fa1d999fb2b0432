import type { Webinar } from '@lectern/contracts';
import { type Attendance, forbidden } from '@lectern/kernel';
import { mayWebinar, WebinarService } from '@lectern/webinars';
import { Injectable } from '@nestjs/common';
import { LiveRooms } from './live-rooms';
import { RoomTeller } from './room-teller';

/** Opening and closing the doors of a webinar. */
@Injectable()
export class DoorsService {
  constructor(
    private readonly liveRooms: LiveRooms,
    private readonly webinarService: WebinarService,
    private readonly teller: RoomTeller,
  ) {}

  /** Opens the doors; a practice run ends first. */
  async start({ webinarId, role }: Attendance): Promise<Webinar> {
    if (!mayWebinar(role, 'webinar:start')) throw forbidden('Only a host can go live.');
    await this.liveRooms.runBeforeStart(webinarId);
    return this.webinarService.start(webinarId, (webinar) => {
      const room = this.liveRooms.get(webinarId);
      if (room) room.status = 'live';
      this.teller.webinarChanged(webinar);
      this.teller.revealProducers(webinarId, room?.producers ?? []);
      room?.emit('doors-opened');
    });
  }

  /** Ends the webinar for all: first the recording, then the doors, then the media. */
  async end({ webinarId, role }: Attendance): Promise<Webinar> {
    if (!mayWebinar(role, 'webinar:end')) throw forbidden('Only a host can end the webinar.');
    await this.liveRooms.runBeforeEnd(webinarId);
    return this.webinarService.end(webinarId, (webinar) => {
      const room = this.liveRooms.get(webinarId);
      if (room) room.status = 'ended';
      this.teller.webinarChanged(webinar);
      room?.closeMedia();
    });
  }
}
