import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { BanService } from './ban.service';
import { RoomControlsService } from './room-controls.service';
import { TrackService } from './track.service';

/** Client events of those who keep order → the services. */
@Injectable()
export class ControlsGateway {
  constructor(
    private readonly controls: RoomControlsService,
    private readonly tracks: TrackService,
    private readonly bans: BanService,
  ) {}

  @Handles('room:configure')
  configure(
    { attendance }: Connection,
    change: EventPayload<'room:configure'>,
  ): Promise<EventOutput<'room:configure'>> {
    return this.controls.configure(attendance, change);
  }

  @Handles('stage:mute-all')
  muteAll({ attendance }: Connection, input: EventPayload<'stage:mute-all'>): Promise<EventOutput<'stage:mute-all'>> {
    return this.tracks.muteAll(attendance, input);
  }

  @Handles('track:stop')
  stop({ attendance }: Connection, input: EventPayload<'track:stop'>): Promise<EventOutput<'track:stop'>> {
    return this.tracks.stop(attendance, input);
  }

  @Handles('track:request')
  request({ attendance }: Connection, input: EventPayload<'track:request'>): Promise<EventOutput<'track:request'>> {
    return this.tracks.request(attendance, input);
  }

  @Handles('participant:remove')
  remove(
    { attendance }: Connection,
    input: EventPayload<'participant:remove'>,
  ): Promise<EventOutput<'participant:remove'>> {
    return this.bans.remove(attendance, input);
  }

  @Handles('ban:list')
  list({ attendance }: Connection, input: EventPayload<'ban:list'>): Promise<EventOutput<'ban:list'>> {
    return this.bans.list(attendance, input);
  }

  @Handles('ban:lift')
  lift({ attendance }: Connection, input: EventPayload<'ban:lift'>): Promise<EventOutput<'ban:lift'>> {
    return this.bans.lift(attendance, input);
  }
}
