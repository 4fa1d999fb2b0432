import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { StageService } from './stage.service';

/** Client events on hands and guests → the service. */
@Injectable()
export class StageGateway {
  constructor(private readonly stage: StageService) {}

  @Handles('hand:raise')
  raise({ attendance }: Connection): Promise<EventOutput<'hand:raise'>> {
    return this.stage.step(attendance, 'raise');
  }

  @Handles('hand:lower')
  lower({ attendance }: Connection, { participantId }: EventPayload<'hand:lower'>): Promise<EventOutput<'hand:lower'>> {
    return this.stage.step(attendance, 'lower', participantId);
  }

  @Handles('hand:list')
  async list({ attendance }: Connection, { cursor }: EventPayload<'hand:list'>): Promise<EventOutput<'hand:list'>> {
    return this.stage.hands(attendance, cursor);
  }

  @Handles('stage:invite')
  invite(
    { attendance }: Connection,
    { participantId }: EventPayload<'stage:invite'>,
  ): Promise<EventOutput<'stage:invite'>> {
    return this.stage.step(attendance, 'invite', participantId);
  }

  @Handles('stage:accept')
  accept({ attendance }: Connection): Promise<EventOutput<'stage:accept'>> {
    return this.stage.step(attendance, 'accept');
  }

  @Handles('stage:decline')
  decline({ attendance }: Connection): Promise<EventOutput<'stage:decline'>> {
    return this.stage.step(attendance, 'decline');
  }

  @Handles('stage:return')
  return(
    { attendance }: Connection,
    { participantId }: EventPayload<'stage:return'>,
  ): Promise<EventOutput<'stage:return'>> {
    return this.stage.step(attendance, 'return', participantId);
  }
}
