import type { EventOutput } from '@lectern/contracts';
import { type Connection, Handles } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import { RecordingPauseService } from './recording-pause.service';
import { RecordingService } from './recording.service';
import { TermsTeller } from './terms/terms.teller';

/** Client events on recording → the service. */
@Injectable()
export class RecordingGateway {
  constructor(
    private readonly recordings: RecordingService,
    private readonly pauses: RecordingPauseService,
    private readonly terms: TermsTeller,
  ) {}

  @Handles('recording:start')
  async start({ attendance }: Connection): Promise<EventOutput<'recording:start'>> {
    const notice = await this.recordings.start(attendance);
    // Whoever starts it has agreed by that.
    await this.terms.follow(attendance);
    return notice;
  }

  @Handles('recording:stop')
  stop({ attendance }: Connection): Promise<EventOutput<'recording:stop'>> {
    return this.recordings.stop(attendance);
  }

  @Handles('recording:pause')
  pause({ attendance }: Connection): Promise<EventOutput<'recording:pause'>> {
    return this.pauses.pause(attendance);
  }

  @Handles('recording:resume')
  resume({ attendance }: Connection): Promise<EventOutput<'recording:resume'>> {
    return this.pauses.resume(attendance);
  }
}
