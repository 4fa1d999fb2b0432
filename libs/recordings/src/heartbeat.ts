import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable } from '@nestjs/common';
import type { RunningRow } from './recording.repository';
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
   * @param onGone somebody else has taken the recording over: it is not in this status and run any more
   * @returns what stops it
   */
  start(row: RunningRow, onGone: () => void = () => undefined): () => void {
    const timer = setInterval(() => void this.beat(row, onGone), EVERY);
    return () => clearInterval(timer);
  }

  private async beat(row: RunningRow, onGone: () => void): Promise<void> {
    try {
      if (!(await this.writer.write(row, {}))) onGone();
    } catch (error) {
      this.logger.warn({ err: error, recordingId: row.id }, "the recording's sign of life was not written");
    }
  }
}
