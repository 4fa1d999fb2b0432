import type { RecordingStatus } from '@lectern/contracts';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable } from '@nestjs/common';
import { RecordingWriter } from './recording.writer';

const EVERY = 3_000;

/** The sign of life of whoever works on a recording; the sweep takes up what has gone without. */
@Injectable()
export class Heartbeat {
  constructor(
    private readonly writer: RecordingWriter,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * @param onGone somebody else has taken the recording over: it is not in `status` any more
   * @returns what stops it
   */
  start(recordingId: string, status: RecordingStatus, onGone: () => void = () => undefined): () => void {
    const timer = setInterval(() => void this.beat(recordingId, status, onGone), EVERY);
    return () => clearInterval(timer);
  }

  private async beat(recordingId: string, status: RecordingStatus, onGone: () => void): Promise<void> {
    try {
      if (!(await this.writer.write(recordingId, status, {}))) onGone();
    } catch (error) {
      this.logger.warn({ err: error, recordingId }, "the recording's sign of life was not written");
    }
  }
}
