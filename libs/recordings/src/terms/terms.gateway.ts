import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { LeftOutService } from './left-out.service';
import { TermsService } from './terms.service';

/** What people say about being recorded → the services. Everybody speaks for themselves. */
@Injectable()
export class TermsGateway {
  constructor(
    private readonly terms: TermsService,
    private readonly leftOut: LeftOutService,
  ) {}

  @Handles('recording:consent')
  consent(
    { attendance }: Connection,
    { version }: EventPayload<'recording:consent'>,
  ): Promise<EventOutput<'recording:consent'>> {
    return this.terms.consent(attendance, version);
  }

  @Handles('recording:leave-out')
  leaveOut(
    { attendance }: Connection,
    { leftOut }: EventPayload<'recording:leave-out'>,
  ): Promise<EventOutput<'recording:leave-out'>> {
    return this.leftOut.ask(attendance, leftOut);
  }
}
