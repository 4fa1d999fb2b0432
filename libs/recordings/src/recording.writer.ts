import { UnitOfWork } from '@lectern/database';
import { Clock } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import type { RecordingRow } from './recording.entity';
import { RecordingRepository, type RunningRow } from './recording.repository';

/** Writes what becomes of a recording; every write is a sign of life. */
@Injectable()
export class RecordingWriter {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** Changes a recording that is (still) in this status and run. @returns whether it was */
  async write(row: RunningRow, change: Partial<RecordingRow>): Promise<boolean> {
    const patch = { ...change, updatedAt: this.clock.instant() };
    return this.unitOfWork.run((tx) => this.recordings.update(tx, row, patch));
  }
}
