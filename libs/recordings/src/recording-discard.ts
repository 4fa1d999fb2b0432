import { UnitOfWork } from '@lectern/database';
import { Clock, DomainError } from '@lectern/kernel';
import { Injectable } from '@nestjs/common';
import { RecordingFolders } from './recording-folders';
import { RecordingRepository } from './recording.repository';

const NOTICES = {
  tracks: 'The single tracks were removed, as a rule of the library says: it cannot be processed again.',
  all: 'It was deleted in the library.',
};

/** Removes what a recording is made of, when the library has no use for it any more. May run again. */
@Injectable()
export class RecordingDiscard {
  constructor(
    private readonly recordings: RecordingRepository,
    private readonly folders: RecordingFolders,
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError DEPENDENCY_UNAVAILABLE while it is being recorded or processed: later it works */
  async discard(recordingId: string, what: keyof typeof NOTICES): Promise<void> {
    const row = await this.recordings.find(recordingId);
    if (row?.status === 'recording' || row?.status === 'processing')
      throw new DomainError('DEPENDENCY_UNAVAILABLE', 'This recording is being worked on.');
    await this.folders.discard(recordingId);
    if (!row) return;
    const forgotten = what === 'all' ? { resourceId: null, importedAt: null } : {};
    const change = { notice: NOTICES[what], discardedAt: row.discardedAt ?? this.clock.instant(), ...forgotten };
    await this.unitOfWork.run((tx) => this.recordings.update(tx, row, change));
  }
}
