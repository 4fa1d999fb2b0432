import type { EventOutput } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { PracticeService } from './practice.service';

/** Client events on practice runs → the service. */
@Injectable()
export class PracticeGateway {
  constructor(private readonly practice: PracticeService) {}

  @Handles('practice:start')
  start({ attendance }: Connection): Promise<EventOutput<'practice:start'>> {
    return this.practice.start(attendance);
  }

  @Handles('practice:stop')
  stop({ attendance }: Connection): Promise<EventOutput<'practice:stop'>> {
    return this.practice.stop(attendance);
  }
}
