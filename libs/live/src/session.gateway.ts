import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { DoorsService } from './doors.service';
import { ParticipantService } from './participant.service';
import { MediaOfferService } from './media-offer.service';
import { SessionService } from './session.service';

/** Client events on the session and its people → the services. */
@Injectable()
export class SessionGateway {
  constructor(
    private readonly sessions: SessionService,
    private readonly doors: DoorsService,
    private readonly people: ParticipantService,
    private readonly offers: MediaOfferService,
  ) {}

  @Handles('session:join')
  async join(
    connection: Connection,
    { since, rtpCapabilities }: EventPayload<'session:join'>,
  ): Promise<EventOutput<'session:join'>> {
    const room = await this.sessions.enter(connection, since);
    const [snapshot, receive] = await Promise.all([
      this.sessions.snapshot(connection, room, since),
      rtpCapabilities ? this.offers.open(connection, rtpCapabilities) : null,
    ]);
    // This very device may have changed it.
    return { ...snapshot, receive, videoCodec: this.offers.videoCodec(connection) ?? snapshot.videoCodec };
  }

  @Handles('session:ticket')
  async ticket(connection: Connection): Promise<EventOutput<'session:ticket'>> {
    return this.sessions.ticket(connection);
  }

  @Handles('webinar:start')
  start({ attendance }: Connection): Promise<EventOutput<'webinar:start'>> {
    return this.doors.start(attendance);
  }

  @Handles('webinar:end')
  end({ attendance }: Connection): Promise<EventOutput<'webinar:end'>> {
    return this.doors.end(attendance);
  }

  @Handles('participant:list')
  async list(
    { attendance }: Connection,
    input: EventPayload<'participant:list'>,
  ): Promise<EventOutput<'participant:list'>> {
    return this.people.list(attendance, input);
  }

  @Handles('participant:rename')
  rename(
    { attendance }: Connection,
    { displayName }: EventPayload<'participant:rename'>,
  ): Promise<EventOutput<'participant:rename'>> {
    return this.people.rename(attendance, displayName);
  }

  @Handles('participant:mute')
  mute({ attendance }: Connection, input: EventPayload<'participant:mute'>): Promise<EventOutput<'participant:mute'>> {
    return this.people.mute(attendance, input);
  }

  @Handles('participant:role')
  appoint(
    { attendance }: Connection,
    input: EventPayload<'participant:role'>,
  ): Promise<EventOutput<'participant:role'>> {
    return this.people.appoint(attendance, input);
  }
}
