import { type LiveRoom, LiveRooms } from '@lectern/live';
import { LOGGER, type Logger } from '@lectern/observability';
import { Inject, Injectable } from '@nestjs/common';
import { RecorderService } from './recorder/recorder.service';
import { RecordingRepository } from './recording.repository';
import { RecordingWriter } from './recording.writer';

/**
 * A recording whose server died goes on, in new files, as soon as the first people are back in the room, and before any
 * of them is heard; when nobody comes, the sweep finishes it.
 */
@Injectable()
export class RecordingResumption {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly recorders: RecorderService,
    private readonly writer: RecordingWriter,
    @Inject(LOGGER) private readonly logger: Logger,
    liveRooms: LiveRooms,
  ) {
    liveRooms.on('opened', (room) => {
      const resumed = this.resume(room);
      void resumed.then(room.gate.await(() => resumed));
    });
  }

  private async resume(room: LiveRoom): Promise<void> {
    try {
      const row = room.status === 'live' ? await this.recordings.running(room.webinarId) : null;
      // The sign of life keeps the sweep away; once that has taken it, it is too late.
      if (!row || !(await this.writer.write(row, {}))) return;
      await this.recorders.start(room, row);
      this.logger.warn({ recordingId: row.id }, 'a recording goes on after the death of its server');
    } catch (error) {
      this.logger.error({ err: error, webinarId: room.webinarId }, 'a recording cannot go on; the sweep finishes it');
    }
  }
}
