import { Broadcaster, rooms, SnapshotParts } from '@lectern/realtime';
import { Injectable } from '@nestjs/common';
import type { RecordingRow } from './recording.entity';
import { toNotice } from './recording.repository';

/** Tells the room that it is recorded, or no longer. */
@Injectable()
export class RecordingTeller {
  constructor(
    private readonly broadcaster: Broadcaster,
    readonly parts: SnapshotParts,
  ) {}

  changed(row: RecordingRow): void {
    this.broadcaster.to(rooms.webinar(row.webinarId), 'recording:changed', toNotice(row));
  }
}
