import type { EventOutput } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { InterpretationService } from './interpretation.service';

/** What interpreters ask of others → the service. */
@Injectable()
export class InterpretationGateway {
  constructor(private readonly interpretation: InterpretationService) {}

  @Handles('interpretation:slow-down')
  async slowDown(connection: Connection): Promise<EventOutput<'interpretation:slow-down'>> {
    this.interpretation.slowDown(connection);
    return {};
  }

  @Handles('interpretation:hand-over')
  async handOver(connection: Connection): Promise<EventOutput<'interpretation:hand-over'>> {
    return this.interpretation.handOver(connection);
  }
}
