import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable } from '@nestjs/common';
import { Heartbeat } from './heartbeat';
import type { RecordingRow } from './recording.entity';
import { RecordingRepository } from './recording.repository';

const EVERY = 1_000;

/** While somebody works on a recording: gives signs of life, and notices when the work is wanted no longer. */
@Injectable()
export class RecordingWatch {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly heartbeat: Heartbeat,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** @returns what is aborted when the recording is cancelled, deleted or handed to another run; and what ends the watch */
  start(row: RecordingRow): { cancelled: AbortSignal; stop: () => void } {
    const controller = new AbortController();
    const stopHeartbeat = this.heartbeat.start(row);
    const timer = setInterval(() => void this.look(row, controller), EVERY);
    const stop = () => {
      clearInterval(timer);
      stopHeartbeat();
    };
    return { cancelled: controller.signal, stop };
  }

  private async look(row: RecordingRow, controller: AbortController): Promise<void> {
    try {
      if (!isCurrent(await this.recordings.find(row.id), row.run)) controller.abort(new Error('It was cancelled.'));
    } catch (error) {
      this.logger.warn({ err: error, recordingId: row.id }, 'it could not be seen whether the work is still wanted');
    }
  }
}

/** Whether the work of this run is (still) wanted. */
export const isCurrent = (row: RecordingRow | null, run: number): row is RecordingRow =>
  row?.status === 'processing' && row.run === run;
