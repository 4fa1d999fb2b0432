import type { EventOutput } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { RecordingService } from './recording.service';

/** Client events on recording → the service. */
@Injectable()
export class RecordingGateway {
  constructor(private readonly recordings: RecordingService) {}

  @Handles('recording:start')
  start({ attendance }: Connection): Promise<EventOutput<'recording:start'>> {
    return this.recordings.start(attendance);
  }

  @Handles('recording:stop')
  stop({ attendance }: Connection): Promise<EventOutput<'recording:stop'>> {
    return this.recordings.stop(attendance);
  }
}
