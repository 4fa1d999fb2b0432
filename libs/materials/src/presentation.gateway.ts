import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { PresentationService } from './presentation.service';

/** Client events on what is shown → the service. */
@Injectable()
export class PresentationGateway {
  constructor(private readonly presentations: PresentationService) {}

  @Handles('presentation:show')
  async show(
    { attendance }: Connection,
    input: EventPayload<'presentation:show'>,
  ): Promise<EventOutput<'presentation:show'>> {
    return this.presentations.show(attendance, input);
  }

  @Handles('presentation:turn')
  async turn(
    { attendance }: Connection,
    input: EventPayload<'presentation:turn'>,
  ): Promise<EventOutput<'presentation:turn'>> {
    return this.presentations.turn(attendance, input);
  }

  @Handles('presentation:play')
  async play(
    { attendance }: Connection,
    input: EventPayload<'presentation:play'>,
  ): Promise<EventOutput<'presentation:play'>> {
    return this.presentations.play(attendance, input);
  }

  @Handles('presentation:stop')
  async stop({ attendance }: Connection): Promise<EventOutput<'presentation:stop'>> {
    return this.presentations.stop(attendance);
  }

  @Handles('clock:read')
  async clock(): Promise<EventOutput<'clock:read'>> {
    return this.presentations.now();
  }
}
