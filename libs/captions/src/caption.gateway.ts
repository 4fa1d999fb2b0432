import type { EventOutput, EventPayload } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { CaptionService } from './caption.service';

/** Client events on captions → the service. */
@Injectable()
export class CaptionGateway {
  constructor(private readonly captions: CaptionService) {}

  @Handles('caption:watch')
  watch(connection: Connection, { on }: EventPayload<'caption:watch'>): Promise<EventOutput<'caption:watch'>> {
    return this.captions.watch(connection, on);
  }
}
